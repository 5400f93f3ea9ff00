package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theDefaultsAreTheOnesThatTheDocumentsName() {
        assertThat(PublicApiServerOptions.defaults().bind()).isEqualTo("127.0.0.1");
        assertThat(PublicApiServerOptions.defaults().port()).isEqualTo(8080);
        assertThat(SizeLimits.defaults())
                .isEqualTo(new SizeLimits(
                        10_000, 20_000, 4_096, 8_192, 65_536, 1_048_576, 4_194_304, 100, 200, 1_048_576, 1_000, 32));
        assertThat(TimeLimits.defaults())
                .isEqualTo(new TimeLimits(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ZERO,
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(60)));
    }

    @Test
    void oneOptionIsChangedAtATime() {
        var sizes = SizeLimits.defaults().withConnectionsMax(7).withInFlightMax(8);
        assertThat(sizes)
                .isEqualTo(new SizeLimits(
                        7, 8, 4_096, 8_192, 65_536, 1_048_576, 4_194_304, 100, 200, 1_048_576, 1_000, 32));
        var times = new TimeLimits(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND);
        assertThat(PublicApiServerOptions.defaults()
                        .withBind("::1")
                        .withPort(0)
                        .withSizes(sizes)
                        .withTimes(times))
                .isEqualTo(new PublicApiServerOptions(
                        "::1", 0, PublicApiServerOptions.defaults().eventLoops(), sizes, times));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void everySizeIsAtLeastOne(int place) {
        var sizes = new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        assertThat(sizes(sizes)).isNotNull();
        sizes[place] = 0;
        assertThatThrownBy(() -> sizes(sizes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Max is 0 (at least: 1)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8})
    void everyTimeIsAtLeastAMillisecond(int place) {
        var times = new Duration[] {SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, Duration.ZERO, SECOND, SECOND};
        assertThat(times(times)).isNotNull();
        times[place] = Duration.ofNanos(999_999);
        assertThatThrownBy(() -> times(times))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(at least: PT0.001S)");
    }

    @Test
    void aNoticeIsNotNegative() {
        assertThatThrownBy(() ->
                        times(SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, Duration.ofMillis(-1), SECOND, SECOND))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("stopNotice is PT-0.001S (at least: PT0S)");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 1, 'port is -1 (expected: 0 to 65535)'",
        "65536, 1, 'port is 65536 (expected: 0 to 65535)'",
        "0, 0, 'eventLoops is 0 (at least: 1)'"
    })
    void portAndEventLoopsHaveRanges(int port, int eventLoops, String problem) {
        var sizes = SizeLimits.defaults();
        var times = TimeLimits.defaults();
        assertThatThrownBy(() -> new PublicApiServerOptions("127.0.0.1", port, eventLoops, sizes, times))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(problem);
    }

    @Test
    void deadlinesAreLookedAtEightTimesInTheShortestAndFourTimesASecondAtLeast() {
        assertThat(Loop.tickNanos(TimeLimits.defaults()))
                .isEqualTo(Duration.ofMillis(250).toNanos());
        for (int place : new int[] {0, 1, 2, 3, 4, 7, 8}) {
            var times = new Duration[] {SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND, SECOND};
            times[place] = Duration.ofMillis(80);
            assertThat(Loop.tickNanos(times(times)))
                    .isEqualTo(Duration.ofMillis(10).toNanos());
        }
    }

    private static SizeLimits sizes(int... of) {
        return new SizeLimits(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9], of[10], of[11]);
    }

    private static TimeLimits times(Duration... of) {
        return new TimeLimits(of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8]);
    }
}
