package workouts.trainer.app.command;

import java.time.Clock;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Holds an hour for a booking, once for each reservation however often it is asked.
public final class ScheduleTrainingHandler implements CommandHandler<ScheduleTraining, Outcome> {
    private final HourRepository hours;
    private final Timetable timetable;
    private final Clock clock;

    public ScheduleTrainingHandler(HourRepository hours, Timetable timetable, Clock clock) {
        this.hours = hours;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public Outcome handle(ScheduleTraining command) {
        var now = clock.instant();
        return Outcome.of(hours.update(command.hour(), command.reservation(), claim -> claim.hold(timetable, now)));
    }
}
