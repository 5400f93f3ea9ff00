package ballast.virtualmachine;

import ballast.ledger.Address;
import ballast.ledger.Balance;
import ballast.types.protocol.v1.RefusalReason;

/// Takes from an account and thinks better of it.
final class ContractThatWritesAndRefuses extends TestContract {
    @Override
    CallOutcome run(ContractState state) {
        state.set(StateKeys.account(new Address("user1")), BalanceValue.encoded(Balance.of(-17)));
        return new CallOutcome.Refused(RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
    }
}
