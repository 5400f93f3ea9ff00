package ballast.node;

import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// Ends the process at the Nth passing of one fail point, as abruptly as kill -9 would: no hooks, no flushes.
///
/// For tests of recovery only; armed by the system property `ballast.failpoint`, for example
/// `-Dballast.failpoint=BEFORE_APPLY:3`.
final class ArmedFailPoints implements FailPoints {
    static final String PROPERTY = "ballast.failpoint";

    private final FailPoint point;
    private final AtomicLong passingsLeft;
    private final Runnable crash;

    ArmedFailPoints(FailPoint point, long passing, Runnable crash) {
        this.point = point;
        this.passingsLeft = new AtomicLong(passing);
        this.crash = crash;
    }

    /// Reads `NAME:N`.
    static ArmedFailPoints parse(String setting, Runnable crash) {
        var parts = setting.split(":", -1);
        if (parts.length != 2 || !parts[1].matches("[1-9][0-9]{0,8}")) {
            throw malformed(setting);
        }
        return Arrays.stream(FailPoint.values())
                .filter(candidate -> candidate.name().equals(parts[0]))
                .findFirst()
                .map(point -> new ArmedFailPoints(point, Long.parseLong(parts[1]), crash))
                .orElseThrow(() -> malformed(setting));
    }

    @Override
    public void passed(FailPoint passed) {
        if (passed == point && passingsLeft.decrementAndGet() == 0) {
            crash.run();
        }
    }

    @Override
    public boolean armed(FailPoint candidate) {
        return candidate == point;
    }

    private static IllegalArgumentException malformed(String setting) {
        return new IllegalArgumentException("%s: %s (expected: NAME:N with a name of %s and N from 1)"
                .formatted(PROPERTY, setting, Arrays.toString(FailPoint.values())));
    }
}
