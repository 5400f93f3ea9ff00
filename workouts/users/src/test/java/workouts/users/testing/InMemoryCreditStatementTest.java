package workouts.users.testing;

import workouts.users.domain.credit.CreditLedger;

/// Credits in memory remember as the contract says.
final class InMemoryCreditStatementTest extends CreditStatementContractTest {
    private final CreditLedger ledger = new InMemoryCreditLedger();

    @Override
    protected CreditLedger ledger() {
        return ledger;
    }
}
