package workouts.trainer.ports;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import workouts.chassis.identity.Caller;
import workouts.chassis.identity.Role;
import workouts.chassis.problems.Problem;
import workouts.trainer.app.Application;
import workouts.trainer.app.command.MakeHoursAvailable;
import workouts.trainer.app.command.MakeHoursUnavailable;
import workouts.trainer.app.query.Calendar;
import workouts.trainer.app.query.CalendarRules;
import workouts.trainer.domain.hour.Timetable;
import workouts.trainer.domain.hour.TrainerId;

/// The calendar over HTTP: everybody looks, a trainer opens and closes own hours.
@RestController
public final class CalendarController {
    private static final int HOURS_MAX = 400;

    private final Application application;
    private final TrainerId house;
    private final ZoneId zone;

    /// @param house whose calendar is meant where nobody is named
    /// @param zone that days are counted in
    public CalendarController(Application application, TrainerId house, ZoneId zone) {
        this.application = application;
        this.house = house;
        this.zone = zone;
    }

    record HourUpdate(List<@Nullable Instant> hours) {
        Set<Instant> distinct() {
            if (hours.size() > HOURS_MAX) {
                throw Problem.malformed("hours has more than " + HOURS_MAX + " items");
            }
            return hours.stream().map(hour -> Times.bounded(hour, "hours")).collect(toSet());
        }
    }

    record Date(LocalDate date, boolean hasFreeHours, List<Hour> hours) {
        static Date of(Calendar.Day day) {
            return new Date(
                    day.date(),
                    day.hasFreeHours(),
                    day.hours().stream().map(Hour::of).toList());
        }
    }

    record Hour(Instant hour, boolean available, boolean hasTrainingScheduled) {
        static Hour of(Calendar.Entry entry) {
            return new Hour(entry.start(), entry.available(), entry.booked());
        }
    }

    record Rules(String zone, int firstHour, int lastHour, int daysAhead) {
        private static final int DAYS_OF_A_WEEK = 7;

        static Rules of(Timetable timetable) {
            return new Rules(
                    name(timetable.zone()),
                    timetable.firstHour(),
                    timetable.lastHour(),
                    timetable.weeksAhead() * DAYS_OF_A_WEEK);
        }

        /// Java has several names for UTC, of which browsers do not know all.
        private static String name(ZoneId zone) {
            return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        }
    }

    @GetMapping("/api/trainer/calendar")
    List<Date> calendar(
            @RequestParam String dateFrom, @RequestParam String dateTo, @RequestParam Optional<UUID> trainerUuid) {
        var query = new Calendar(
                trainerUuid.map(TrainerId::new).orElse(house),
                Times.day(dateFrom, zone, "dateFrom"),
                Times.day(dateTo, zone, "dateTo"));
        return Refusals.requireDays(application.calendar().handle(query)).stream()
                .map(Date::of)
                .toList();
    }

    @GetMapping("/api/trainer/calendar/rules")
    Rules rules() {
        return Rules.of(application.calendarRules().handle(new CalendarRules()));
    }

    @PutMapping(path = "/api/trainer/calendar/make-hour-available", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeHourAvailable(Caller caller, @RequestBody HourUpdate update) {
        var command = new MakeHoursAvailable(own(caller), update.distinct());
        Refusals.requireDone(application.makeHoursAvailable().handle(command));
    }

    @PutMapping(path = "/api/trainer/calendar/make-hour-unavailable", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeHourUnavailable(Caller caller, @RequestBody HourUpdate update) {
        var command = new MakeHoursUnavailable(own(caller), update.distinct());
        Refusals.requireDone(application.makeHoursUnavailable().handle(command));
    }

    private static TrainerId own(Caller caller) {
        return new TrainerId(caller.as(Role.TRAINER).uuid());
    }
}
