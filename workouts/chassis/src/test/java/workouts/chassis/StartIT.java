package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workouts.chassis.settings.FaultySettings;
import workouts.chassis.testing.Api;
import workouts.chassis.testing.Postgres;
import workouts.chassis.tiny.TinyService;

/// What a service needs to start, and what is there when it has.
final class StartIT {
    @TempDir
    private Path folder;

    @Test
    void withoutKeysOrTheProfileDevItDoesNotStart() {
        assertThatThrownBy(() -> TinyService.startWith(
                        List.of("--workouts.grpc.credential=short", "--workouts.database.patience=PT0.9S")))
                .rootCause()
                .isInstanceOf(FaultySettings.class)
                .hasMessageContainingAll(
                        "workouts.jwt.issuer is missing",
                        "there is no way to trust a token without a key",
                        "workouts.database.url is missing",
                        "workouts.database.patience must be a second or more",
                        "workouts.grpc.credential must have at least 32 characters");
    }

    @Test
    void withAKeyTheIssuerOfDevelopmentIsNotThereNorAreItsTokensTrusted() throws Exception {
        var arguments = new ArrayList<>(Postgres.empty().arguments());
        arguments.add("--workouts.jwt.issuer=https://issuer.example.org");
        arguments.add("--workouts.jwt.public-key-file=" + publicKey());
        arguments.add("--workouts.grpc.credential=" + TinyService.CREDENTIAL);
        try (var service = TinyService.startWith(arguments)) {
            var api = Api.at(service.address());
            assertThat(api.post("/api/dev/token", "{}").told()).isEqualTo("404 not-found");
            var dev = TinyService.TOKENS.trainer(UUID.randomUUID());
            assertThat(api.as(dev).get("/api/tiny/me").told()).isEqualTo("401 unable-to-verify-jwt");
        }
    }

    private Path publicKey() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var key = Base64.getMimeEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        var pem = "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
        return Files.writeString(folder.resolve("key.pem"), pem);
    }
}
