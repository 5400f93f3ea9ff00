package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.users.domain.credit.CreditLedger;

/// Captures: what was held is paid.
public final class CaptureCreditsHandler implements CommandHandler<CaptureCredits, Outcome> {
    private final CreditLedger credits;

    public CaptureCreditsHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Outcome handle(CaptureCredits command) {
        return Outcome.of(credits.capture(command.booking()));
    }
}
