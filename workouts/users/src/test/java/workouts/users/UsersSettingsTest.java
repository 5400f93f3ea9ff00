package workouts.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.chassis.settings.FaultySettings;
import workouts.chassis.settings.SettingsReader;

final class UsersSettingsTest {
    private static final Map<String, String> NEEDED = Map.of(
            "workouts.jwt.dev-secret", "x".repeat(32),
            "workouts.database.url", "jdbc:postgresql://localhost/workouts",
            "workouts.database.user", "workouts",
            "workouts.grpc.credential", "x".repeat(32),
            "workouts.ballast.url", "http://127.0.0.1:8080");

    @Test
    void theLedgersAddressIsAllThatHasToBeToldOfIt() {
        var settings = read(NEEDED);
        assertThat(settings.ballast()).hasToString("http://127.0.0.1:8080");
        assertThat(settings.deadline()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.chassis().grpc().port()).isEqualTo(3020);
        assertThat(settings.chassis().database().schema()).isEqualTo("users");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatExceptionOfType(FaultySettings.class)
                .isThrownBy(() -> read(Map.of()))
                .withMessageContainingAll(
                        "workouts.ballast.url is missing", "workouts.database.url is missing", "workouts.grpc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"about:blank", "ftp://127.0.0.1:8080", "http://", "127.0.0.1"})
    void anAddressWhereNoLedgerCanBeIsAFault(String address) {
        var told = new HashMap<>(NEEDED);
        told.put("workouts.ballast.url", address);
        assertThatExceptionOfType(FaultySettings.class)
                .isThrownBy(() -> read(told))
                .withMessageContaining("workouts.ballast.url must be");
    }

    private static UsersSettings read(Map<String, String> told) {
        var reader = new SettingsReader(told::get, Set.of("dev"));
        return reader.finish(UsersSettings.read(reader));
    }
}
