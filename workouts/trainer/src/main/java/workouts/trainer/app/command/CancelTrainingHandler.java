package workouts.trainer.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.HourRepository;

/// Ends reservations. Neither the time of day nor today's working hours stand in the way.
public final class CancelTrainingHandler implements CommandHandler<CancelTraining, Outcome> {
    private final HourRepository hours;

    public CancelTrainingHandler(HourRepository hours) {
        this.hours = hours;
    }

    @Override
    public Outcome handle(CancelTraining command) {
        return Outcome.of(hours.update(command.hour(), command.reservation(), Claim::end));
    }
}
