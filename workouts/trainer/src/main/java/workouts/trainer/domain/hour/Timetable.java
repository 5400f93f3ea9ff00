package workouts.trainer.domain.hour;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// When hours may be: working hours of a day, how far ahead, and never in the past. All of it is meant as the clocks of
/// the business show it, so a working hour that is skipped in spring is missing and one that comes twice in autumn is
/// two.
///
/// What was once held stays held when the timetable changes: only opening, closing and booking ask it.
///
/// @param firstHour of the day, 0 to 23
/// @param lastHour of the day, still a working hour
/// @param weeksAhead that hours can be opened and booked, counted from this moment
public record Timetable(ZoneId zone, int firstHour, int lastHour, int weeksAhead) {
    public static final int HOUR_MAX = 23;

    /// Ten years; beyond that the rules of a zone are guesses.
    public static final int WEEKS_MAX = 520;

    /// @throws IllegalArgumentException with everything that is wrong
    public Timetable {
        var faults = faults(firstHour, lastHour, weeksAhead);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.stream().collect(joining("; ")));
        }
    }

    /// Everything that is wrong with such a timetable; empty: nothing.
    public static List<String> faults(int firstHour, int lastHour, int weeksAhead) {
        var faults = new ArrayList<String>();
        if (firstHour < 0 || firstHour > HOUR_MAX) {
            faults.add("the first working hour must be from 0 to 23, not " + firstHour);
        }
        if (lastHour < 0 || lastHour > HOUR_MAX) {
            faults.add("the last working hour must be from 0 to 23, not " + lastHour);
        }
        if (firstHour > lastHour) {
            faults.add("the first working hour, %d, must not come after the last, %d".formatted(firstHour, lastHour));
        }
        if (weeksAhead < 1 || weeksAhead > WEEKS_MAX) {
            faults.add("the weeks ahead must be from 1 to 520, not " + weeksAhead);
        }
        return List.copyOf(faults);
    }

    /// Whether an hour may be opened or booked, whatever is with the hour itself.
    public Decision<Instant> bookable(Instant start, Instant now) {
        var local = start.atZone(zone);
        if (!isFullHour(local)) {
            return Decision.refused(Refusal.NOT_A_FULL_HOUR, start);
        }
        if (start.isAfter(now.atZone(zone).plusWeeks(weeksAhead).toInstant())) {
            return Decision.refused(Refusal.TOO_DISTANT, start);
        }
        if (!start.isAfter(now)) {
            return Decision.refused(Refusal.PAST_HOUR, start);
        }
        return local.getHour() < firstHour || local.getHour() > lastHour
                ? Decision.refused(Refusal.OUTSIDE_WORKING_HOURS, start)
                : Decision.accepted(start);
    }

    /// As [#bookable], for who does not ask why not.
    public boolean allowsBooking(Instant start, Instant now) {
        return bookable(start, now) instanceof Decision.Accepted<Instant>;
    }

    /// Whether an hour may be closed: one that was opened under other working hours may, too.
    public Decision<Instant> closable(Instant start, Instant now) {
        if (!isFullHour(start.atZone(zone))) {
            return Decision.refused(Refusal.NOT_A_FULL_HOUR, start);
        }
        return start.isAfter(now) ? Decision.accepted(start) : Decision.refused(Refusal.PAST_HOUR, start);
    }

    /// The beginnings of a day's working hours, in order.
    public List<Instant> hoursOf(LocalDate day) {
        return IntStream.rangeClosed(firstHour, lastHour)
                .mapToObj(hour -> day.atTime(hour, 0))
                .flatMap(
                        local -> zone.getRules().getValidOffsets(local).stream().map(local::toInstant))
                .toList();
    }

    /// The day that an instant belongs to.
    public LocalDate dayOf(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    /// The first instant of a day.
    public Instant beginningOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static boolean isFullHour(ZonedDateTime local) {
        return local.truncatedTo(ChronoUnit.HOURS).toInstant().equals(local.toInstant());
    }
}
