package workouts.users.app.command;

import workouts.chassis.handlers.CommandHandler;
import workouts.users.domain.credit.CreditLedger;

/// Releases: what was held can be spent again, and what comes late is not held any more.
public final class ReleaseCreditsHandler implements CommandHandler<ReleaseCredits, Outcome> {
    private final CreditLedger credits;

    public ReleaseCreditsHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Outcome handle(ReleaseCredits command) {
        return Outcome.of(credits.release(command.booking()));
    }
}
