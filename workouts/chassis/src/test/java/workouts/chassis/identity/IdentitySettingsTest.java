package workouts.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.chassis.settings.FaultySettings;
import workouts.chassis.settings.SettingsReader;

/// Which combinations of settings say whom to trust.
final class IdentitySettingsTest {
    @ParameterizedTest(name = "{0}: issuer {1}, keys {2}, file {3}, secret {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # profile | issuer | keys     | file   | secret                             | read
            prod      | a      | http://k |       |                                    | PublishedKeys
            prod      | a      |          | no.pem |                                    | holds no RSA key
            dev       |        |          |       | 01234567890123456789012345678901   | Development
            dev       | a      |          |       | 01234567890123456789012345678901   | Development
            prod      | a      |          |       |                                    | without a key
            prod      | a      | http://k | no.pem |                                    | without a key
            prod      |        | http://k |       |                                    | issuer is missing
            prod      | a      | k        |       |                                    | absolute address
            prod      | a      | http://k |       | 01234567890123456789012345678901   | for the profile dev only
            dev       |        |          |       |                                    | dev-secret is missing
            dev       |        |          |       | 0123456789012345678901234567890    | at least 32 characters
            dev       | a      | http://k |       | 01234567890123456789012345678901   | does not go with
            dev       | a      |          | no.pem | 01234567890123456789012345678901   | does not go with
            """)
    void areReadOrRefused(String profile, String issuer, String keys, String file, String secret, String read) {
        var values = new java.util.HashMap<String, String>();
        values.put(IdentitySettings.ISSUER, issuer);
        values.put(IdentitySettings.JWK_SET_URI, keys);
        values.put(IdentitySettings.PUBLIC_KEY_FILE, file);
        values.put(IdentitySettings.DEV_SECRET, secret);
        var reader = new SettingsReader(values::get, Set.of(profile));
        var settings = IdentitySettings.read(reader, reader.isOn("dev"));
        if (read.contains(" ")) {
            assertThatThrownBy(() -> reader.finish(settings))
                    .isInstanceOf(FaultySettings.class)
                    .hasMessageContaining(read);
        } else {
            assertThat(reader.finish(settings).getClass().getSimpleName()).isEqualTo(read);
        }
    }

    @Test
    void secretsAndNamesAreNeverPrinted() {
        assertThat(new IdentitySettings.Development("the secret").toString()).doesNotContain("secret");
        assertThat(new Caller(UUID.randomUUID(), "Ada", Role.ATTENDEE).toString())
                .doesNotContain("Ada");
    }

    @Test
    void rolesHaveTheWordsOfTheTokens() {
        assertThat(Map.of(Role.TRAINER, Role.TRAINER.word(), Role.ATTENDEE, Role.ATTENDEE.word()))
                .isEqualTo(Map.of(Role.TRAINER, "trainer", Role.ATTENDEE, "attendee"));
    }
}
