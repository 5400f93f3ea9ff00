package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.users.domain.credit.CreditLedger;

/// Gives back: refund and fine together, once for each request.
public final class ReturnCreditsHandler implements CommandHandler<ReturnCredits, Outcome> {
    private final CreditLedger credits;

    public ReturnCreditsHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Outcome handle(ReturnCredits command) {
        return Outcome.of(credits.giveBack(command.credits()));
    }
}
