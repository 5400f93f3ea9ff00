package workouts.trainer.app.query;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainer.app.query.Calendar.Answer;
import workouts.trainer.app.query.Calendar.Day;
import workouts.trainer.app.query.Calendar.Entry;
import workouts.trainer.app.query.Calendar.Fault;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Answers [Calendar].
public final class CalendarHandler implements QueryHandler<Calendar, Answer> {
    private final HourRepository hours;
    private final Timetable timetable;
    private final Clock clock;

    public CalendarHandler(HourRepository hours, Timetable timetable, Clock clock) {
        this.hours = hours;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public Answer handle(Calendar query) {
        if (query.from().isAfter(query.to())) {
            return new Answer.Refused(Fault.FROM_AFTER_TO);
        }
        if (ChronoUnit.DAYS.between(query.from(), query.to()) >= Calendar.DAYS_MAX) {
            return new Answer.Refused(Fault.RANGE_TOO_LONG);
        }
        return new Answer.Days(days(query));
    }

    private List<Day> days(Calendar query) {
        var end = query.to().plusDays(1);
        var days = new TreeMap<LocalDate, SortedMap<Instant, Entry>>();
        query.from().datesUntil(end).forEach(day -> days.put(day, workingHours(day)));
        var now = clock.instant();
        for (var hour : hours.list(query.trainer(), timetable.beginningOf(query.from()), timetable.beginningOf(end))) {
            Optional.ofNullable(days.get(timetable.dayOf(hour.id().start()))).ifPresent(day -> enter(hour, day, now));
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), List.copyOf(day.getValue().values())))
                .toList();
    }

    private SortedMap<Instant, Entry> workingHours(LocalDate day) {
        var entries = new TreeMap<Instant, Entry>();
        timetable.hoursOf(day).forEach(start -> entries.put(start, new Entry(start, false, false)));
        return entries;
    }

    /// An hour that was opened under other working hours cannot be booked any more, so only a held one is shown.
    private void enter(Hour hour, SortedMap<Instant, Entry> day, Instant now) {
        var start = hour.id().start();
        if (hour.isHeld() || day.containsKey(start)) {
            day.put(start, new Entry(start, hour.isOpen() && timetable.allowsBooking(start, now), hour.isHeld()));
        }
    }
}
