package workouts.e2e.browser;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the page has to write them, found without any of its code.
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private Words() {}

    /// `Saturday 20 March`
    static String day(Instant time, String zone) {
        return DAY.format(time.atZone(ZoneId.of(zone)));
    }

    /// `13:00`
    static String time(Instant time, String zone) {
        return TIME.format(time.atZone(ZoneId.of(zone)));
    }

    /// `Saturday 20 March, 13:00`
    static String both(Instant time, String zone) {
        return day(time, zone) + ", " + time(time, zone);
    }

    /// In UTC.
    static String both(Instant time) {
        return both(time, "UTC");
    }
}
