package workouts.chassis.failpoints;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// One fail point that acts once, at its n-th time.
///
/// Thread-safe.
final class ArmedFailPoint implements FailPoints {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_.-]+):([1-9][0-9]{0,8})");

    private final String name;
    private final AtomicLong timesLeft;
    private final Runnable act;

    private ArmedFailPoint(String name, long times, Runnable act) {
        this.name = name;
        this.timesLeft = new AtomicLong(times);
        this.act = act;
    }

    static ArmedFailPoint parse(String text, Runnable act) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a fail point is NAME:N, not " + text);
        }
        return new ArmedFailPoint(form.group(1), Long.parseLong(form.group(2)), act);
    }

    @Override
    public void reached(String moment) {
        if (moment.equals(name) && timesLeft.decrementAndGet() == 0) {
            act.run();
        }
    }
}
