package workouts.chassis.identity;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.converter.RsaKeyConverters;
import workouts.chassis.settings.SettingsReader;

/// Whose tokens are trusted.
public sealed interface IdentitySettings {
    String JWK_SET_URI = "workouts.jwt.jwk-set-uri";
    String PUBLIC_KEY_FILE = "workouts.jwt.public-key-file";
    String DEV_SECRET = "workouts.jwt.dev-secret";
    String ISSUER = "workouts.jwt.issuer";

    /// An HMAC with SHA-256 wants a key at least as long as its result.
    int SECRET_CHARACTERS_MIN = 32;

    /// Tokens of an issuer that publishes its keys.
    record PublishedKeys(String issuer, URI jwkSet) implements IdentitySettings {}

    /// Tokens of an issuer whose RSA key was given in a file, in PEM.
    record GivenKey(String issuer, RSAPublicKey key) implements IdentitySettings {}

    /// Tokens that anybody can have who asks. For development only.
    record Development(String secret) implements IdentitySettings {
        static final String ISSUER = "workouts-dev";

        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public String toString() {
            return "Development[…]";
        }
    }

    String issuer();

    /// Reads them. With the profile `dev` a secret is needed and keys are not allowed; without it the other way
    /// round, so that no production can be opened by a switch left on.
    static Supplier<IdentitySettings> read(SettingsReader reader, boolean dev) {
        return dev ? readDevelopment(reader) : readKeys(reader);
    }

    private static Supplier<IdentitySettings> readDevelopment(SettingsReader reader) {
        var secret = reader.secret(DEV_SECRET, SECRET_CHARACTERS_MIN);
        if (reader.optional(JWK_SET_URI).isPresent()
                || reader.optional(PUBLIC_KEY_FILE).isPresent()) {
            reader.fault("the profile dev does not go with " + JWK_SET_URI + " or " + PUBLIC_KEY_FILE);
        }
        return () -> new Development(secret);
    }

    private static Supplier<IdentitySettings> readKeys(SettingsReader reader) {
        var issuer = reader.text(ISSUER);
        if (reader.optional(DEV_SECRET).isPresent()) {
            reader.fault(DEV_SECRET + " is for the profile dev only");
        }
        Optional<String> file = reader.optional(PUBLIC_KEY_FILE);
        if (file.isPresent() == reader.optional(JWK_SET_URI).isPresent()) {
            reader.fault("one of " + JWK_SET_URI + " and " + PUBLIC_KEY_FILE
                    + " must be set: there is no way to trust a token without a key");
            return () -> new Development("");
        }
        if (file.isPresent()) {
            var key = publicKey(Path.of(file.get()));
            if (key.isEmpty()) {
                reader.fault(PUBLIC_KEY_FILE + " holds no RSA key in PEM");
            }
            return () -> new GivenKey(issuer, key.orElseThrow());
        }
        var keys = reader.address(JWK_SET_URI);
        return () -> new PublishedKeys(issuer, keys);
    }

    private static Optional<RSAPublicKey> publicKey(Path file) {
        try (var pem = Files.newInputStream(file)) {
            return Optional.ofNullable(RsaKeyConverters.x509().convert(pem));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
