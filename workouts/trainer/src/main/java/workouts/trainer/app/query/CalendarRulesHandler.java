package workouts.trainer.app.query;

import workouts.chassis.handlers.QueryHandler;
import workouts.trainer.domain.hour.Timetable;

/// Answers [CalendarRules] with the timetable that this service was given.
public final class CalendarRulesHandler implements QueryHandler<CalendarRules, Timetable> {
    private final Timetable timetable;

    public CalendarRulesHandler(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    public Timetable handle(CalendarRules query) {
        return timetable;
    }
}
