package workouts.trainer.ports;

import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import workouts.chassis.problems.Problem;

/// Reads times within the years that RFC 3339 and protobuf have: 1 to 9999.
final class Times {
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T23:59:59.999999999Z");
    private static final int NANOS = 1_000_000_000;

    private Times() {}

    /// The time itself, if it is there.
    ///
    /// @param name what callers call it
    static Instant bounded(@Nullable Instant time, String name) {
        if (time == null || time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw unreadable(name);
        }
        return time;
    }

    static Instant of(Timestamp timestamp, String name) {
        if (timestamp.getNanos() < 0 || timestamp.getNanos() >= NANOS) {
            throw unreadable(name);
        }
        try {
            return bounded(Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()), name);
        } catch (DateTimeException e) {
            throw unreadable(name);
        }
    }

    /// The day that a text means: a date, or the day in this zone that a time belongs to.
    static LocalDate day(String text, ZoneId zone, String name) {
        try {
            return text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? dayOf(LocalDate.parse(text), name)
                    : bounded(OffsetDateTime.parse(text).toInstant(), name)
                            .atZone(zone)
                            .toLocalDate();
        } catch (DateTimeParseException e) {
            throw unreadable(name);
        }
    }

    private static LocalDate dayOf(LocalDate day, String name) {
        bounded(day.atStartOfDay(ZoneOffset.UTC).toInstant(), name);
        return day;
    }

    private static Problem unreadable(String name) {
        return Problem.malformed(name + " cannot be read");
    }
}
