package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.users.domain.credit.CreditLedger;

/// Grants or takes: once for each request.
public final class UpdateTrainingBalanceHandler implements CommandHandler<UpdateTrainingBalance, Outcome> {
    private final CreditLedger credits;

    public UpdateTrainingBalanceHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Outcome handle(UpdateTrainingBalance command) {
        return Outcome.of(credits.change(command.change()));
    }
}
