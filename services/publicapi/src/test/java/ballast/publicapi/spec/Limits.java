package ballast.publicapi.spec;

import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import java.time.Duration;

/// Limits of which one is small enough to meet in a test, and the others too large.
final class Limits {
    private static final Duration LONG = Duration.ofMinutes(5);
    static final Duration SHORT = Duration.ofMillis(200);

    private Limits() {}

    static TimeLimits patient() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortHeaders() {
        return new TimeLimits(SHORT, LONG, LONG, LONG, LONG, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortBody() {
        return new TimeLimits(LONG, SHORT, LONG, LONG, LONG, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortAnswer() {
        return new TimeLimits(LONG, LONG, SHORT, LONG, LONG, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortUnread() {
        return new TimeLimits(LONG, LONG, LONG, SHORT, LONG, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortIdle() {
        return new TimeLimits(LONG, LONG, LONG, LONG, SHORT, LONG, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits shortStop() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, SHORT, Duration.ZERO, LONG, LONG);
    }

    static TimeLimits longNotice() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG);
    }

    static TimeLimits shortNotice() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, LONG, SHORT, LONG, LONG);
    }

    static TimeLimits shortHeartbeat() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, LONG, Duration.ZERO, SHORT, LONG);
    }

    static TimeLimits shortWatchUnread() {
        return new TimeLimits(LONG, LONG, LONG, LONG, LONG, SHORT, Duration.ZERO, LONG, SHORT);
    }

    /// For a clock that passes hours: nothing but a change stream is ever too slow.
    static TimeLimits patientButForWatches() {
        var never = Duration.ofDays(365);
        var usual = TimeLimits.defaults();
        return new TimeLimits(
                never,
                never,
                never,
                never,
                never,
                usual.stopMax(),
                Duration.ZERO,
                usual.heartbeat(),
                usual.watchUnreadMax());
    }

    static SizeLimits unreadBytes(int most) {
        return new SizeLimits(10_000, 20_000, 4_096, 8_192, 65_536, 1_048_576, 4_194_304, 100, 200, most, 10, 10);
    }

    static SizeLimits http2(int streams, int resets) {
        return new SizeLimits(10_000, 20_000, 4_096, 8_192, 65_536, 262_144, 262_144, streams, resets, 262_144, 10, 10);
    }
}
