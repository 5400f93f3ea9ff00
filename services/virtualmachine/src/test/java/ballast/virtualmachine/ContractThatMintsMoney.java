package ballast.virtualmachine;

import ballast.ledger.Address;
import ballast.ledger.Balance;
import com.google.protobuf.ByteString;

/// Gives one account what it takes from nobody.
final class ContractThatMintsMoney extends TestContract {
    private final Address observed;
    private final Address enriched;
    private final long amount;

    ContractThatMintsMoney(String observed, String enriched, long amount) {
        this.observed = new Address(observed);
        this.enriched = new Address(enriched);
        this.amount = amount;
    }

    @Override
    CallOutcome run(ContractState state) {
        state.set(StateKeys.account(enriched), BalanceValue.encoded(Balance.of(amount)));
        return new CallOutcome.Result(ByteString.copyFromUtf8(
                BalanceValue.decoded(state.value(StateKeys.account(observed))).toString()));
    }
}
