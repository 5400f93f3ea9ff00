package workouts.chassis.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading settings: what they mean, and everything that is wrong with them at once.
final class SettingsReaderTest {
    @ParameterizedTest(name = "a {0} that is {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
            text     | absent         | x is missing
            text     | ''             | x is missing
            text     | ' '            | x is missing
            text     | ' a '          | a
            secret   | absent         | x is missing
            secret   | 12345678       | 12345678
            secret   | 1234567        | x must have at least 8 characters
            port     | absent         | 80
            port     | 0              | 0
            port     | 65535          | 65535
            port     | 65536          | x must be a whole number from 0 to 65535
            port     | -1             | x must be a whole number from 0 to 65535
            port     | http           | x must be a whole number from 0 to 65535
            duration | absent         | PT1S
            duration | PT2S           | PT2S
            duration | PT0S           | x must be a duration above zero such as PT2S
            duration | PT-1S          | x must be a duration above zero such as PT2S
            duration | 2s             | x must be a duration above zero such as PT2S
            zone     | absent         | Z
            zone     | Europe/Warsaw  | Europe/Warsaw
            zone     | Mars           | x must be a time zone such as Europe/Warsaw
            uuid     | absent         | x is missing
            uuid     | 0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10 | 0d9f2a34-7c36-4a0e-8c43-bd6f4c1f7a10
            uuid     | 12             | x must be a UUID
            address  | absent         | x is missing
            address  | http://a.example/b | http://a.example/b
            address  | /b             | x must be an absolute address
            address  | http://a b     | x must be an absolute address
            """)
    void readsWhatItShould(String kind, String value, String expected) {
        var reader = new SettingsReader(_ -> value, Set.of());
        Object read = switch (kind) {
            case "text" -> reader.text("x");
            case "secret" -> reader.secret("x", 8);
            case "port" -> reader.port("x", 80);
            case "duration" -> reader.duration("x", Duration.ofSeconds(1));
            case "zone" -> reader.zone("x", ZoneOffset.UTC);
            case "uuid" -> reader.uuid("x");
            case "address" -> reader.address("x");
            default -> throw new IllegalArgumentException(kind);
        };
        if (expected.startsWith("x ")) {
            assertThatThrownBy(() -> reader.finish(() -> read))
                    .isInstanceOf(FaultySettings.class)
                    .hasMessage("the settings are faulty:\n  " + expected);
        } else {
            assertThat(reader.finish(() -> read)).hasToString(expected);
        }
    }

    @Test
    void tellsAllFaultsTogether() {
        var reader = new SettingsReader(Map.of("a", "x", "b", "y", "c", "9")::get, Set.of("dev"));
        reader.port("a", 1);
        reader.zone("b", ZoneOffset.UTC);
        reader.number("c", 1, 1, 8);
        reader.fault("a and b do not go together");
        assertThatThrownBy(() -> reader.finish(() -> "never made"))
                .hasMessageContainingAll("a must", "b must", "c must", "a and b do not go together");
    }

    @Test
    void knowsWhatIsOn() {
        var reader = new SettingsReader(Map.of("a", "1")::get, Set.of("dev"));
        assertThat(reader.isOn("dev")).isTrue();
        assertThat(reader.isOn("prod")).isFalse();
        assertThat(reader.optional("a")).isEqualTo(Optional.of("1"));
        assertThat(reader.text("b", "otherwise")).isEqualTo("otherwise");
        assertThat(reader.uuid("u")).isEqualTo(new UUID(0, 0));
        assertThat(reader.address("v")).isEqualTo(URI.create("about:blank"));
    }

    @Test
    void aFaultIsPrintedWithoutItsStackTrace() {
        var fault = new FaultySettings(java.util.List.of("x is missing"));
        var analysis = new FaultySettingsAnalyzer().analyze(fault, fault);
        assertThat(analysis.getDescription()).contains("x is missing");
        assertThat(analysis.getAction()).contains("--name=value");
    }
}
