package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.users.domain.credit.CreditLedger;

/// Holds: once for each booking, and never more than there is.
public final class HoldCreditsHandler implements CommandHandler<HoldCredits, Outcome> {
    private final CreditLedger credits;

    public HoldCreditsHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Outcome handle(HoldCredits command) {
        return Outcome.of(credits.hold(command.hold()));
    }
}
