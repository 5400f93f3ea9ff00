package workouts.users.testing;

import workouts.users.domain.credit.CreditLedger;

/// Credits in memory keep the contract.
final class InMemoryCreditLedgerTest extends CreditLedgerContractTest {
    private final CreditLedger ledger = new InMemoryCreditLedger();

    @Override
    protected CreditLedger ledger() {
        return ledger;
    }
}
