package workouts.trainer.app.command;

import java.time.Clock;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Closes hours. One that is closed stays closed.
public final class MakeHoursUnavailableHandler implements CommandHandler<MakeHoursUnavailable, Outcome> {
    private final HourRepository hours;
    private final Timetable timetable;
    private final Clock clock;

    public MakeHoursUnavailableHandler(HourRepository hours, Timetable timetable, Clock clock) {
        this.hours = hours;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public Outcome handle(MakeHoursUnavailable command) {
        var now = clock.instant();
        return Outcome.of(hours.update(
                command.trainer(),
                command.hours(),
                hour -> timetable.closable(hour.id().start(), now).then(_ -> hour.close())));
    }
}
