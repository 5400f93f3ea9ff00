package workouts.trainer.app;

import java.time.Clock;
import workouts.chassis.handlers.CommandHandler;
import workouts.chassis.handlers.Decorators;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainer.app.command.CancelTraining;
import workouts.trainer.app.command.CancelTrainingHandler;
import workouts.trainer.app.command.MakeHoursAvailable;
import workouts.trainer.app.command.MakeHoursAvailableHandler;
import workouts.trainer.app.command.MakeHoursUnavailable;
import workouts.trainer.app.command.MakeHoursUnavailableHandler;
import workouts.trainer.app.command.Outcome;
import workouts.trainer.app.command.ScheduleTraining;
import workouts.trainer.app.command.ScheduleTrainingHandler;
import workouts.trainer.app.query.Calendar;
import workouts.trainer.app.query.CalendarHandler;
import workouts.trainer.app.query.CalendarRules;
import workouts.trainer.app.query.CalendarRulesHandler;
import workouts.trainer.app.query.HourAvailability;
import workouts.trainer.app.query.HourAvailabilityHandler;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Every command and query, each timed, counted, traced and logged.
public record Application(
        CommandHandler<MakeHoursAvailable, Outcome> makeHoursAvailable,
        CommandHandler<MakeHoursUnavailable, Outcome> makeHoursUnavailable,
        CommandHandler<ScheduleTraining, Outcome> scheduleTraining,
        CommandHandler<CancelTraining, Outcome> cancelTraining,
        QueryHandler<HourAvailability, Boolean> hourAvailability,
        QueryHandler<Calendar, Calendar.Answer> calendar,
        QueryHandler<CalendarRules, Timetable> calendarRules) {
    public static Application of(HourRepository hours, Timetable timetable, Clock clock, Decorators decorators) {
        return new Application(
                decorators.command(new MakeHoursAvailableHandler(hours, timetable, clock)),
                decorators.command(new MakeHoursUnavailableHandler(hours, timetable, clock)),
                decorators.command(new ScheduleTrainingHandler(hours, timetable, clock)),
                decorators.command(new CancelTrainingHandler(hours)),
                decorators.query(new HourAvailabilityHandler(hours, timetable, clock)),
                decorators.query(new CalendarHandler(hours, timetable, clock)),
                decorators.query(new CalendarRulesHandler(timetable)));
    }
}
