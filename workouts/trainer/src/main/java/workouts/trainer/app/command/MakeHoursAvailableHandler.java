package workouts.trainer.app.command;

import java.time.Clock;
import workouts.chassis.handlers.CommandHandler;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Opens hours. One that is open stays open.
public final class MakeHoursAvailableHandler implements CommandHandler<MakeHoursAvailable, Outcome> {
    private final HourRepository hours;
    private final Timetable timetable;
    private final Clock clock;

    public MakeHoursAvailableHandler(HourRepository hours, Timetable timetable, Clock clock) {
        this.hours = hours;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public Outcome handle(MakeHoursAvailable command) {
        var now = clock.instant();
        return Outcome.of(hours.update(
                command.trainer(),
                command.hours(),
                hour -> timetable.bookable(hour.id().start(), now).then(_ -> hour.open())));
    }
}
