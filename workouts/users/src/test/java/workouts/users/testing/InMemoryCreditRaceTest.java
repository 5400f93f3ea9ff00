package workouts.users.testing;

import workouts.users.domain.credit.CreditLedger;

/// Credits in memory keep it under contention, too.
final class InMemoryCreditRaceTest extends CreditRaceContractTest {
    private final CreditLedger ledger = new InMemoryCreditLedger();

    @Override
    protected CreditLedger ledger() {
        return ledger;
    }
}
