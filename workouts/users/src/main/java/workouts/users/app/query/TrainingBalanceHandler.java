package workouts.users.app.query;

import workouts.chassis.handlers.QueryHandler;
import workouts.users.domain.credit.CreditLedger;

/// Answers with credits; somebody never heard of has 0.
public final class TrainingBalanceHandler implements QueryHandler<TrainingBalance, Long> {
    private final CreditLedger credits;

    public TrainingBalanceHandler(CreditLedger credits) {
        this.credits = credits;
    }

    @Override
    public Long handle(TrainingBalance query) {
        return credits.balance(query.person());
    }
}
