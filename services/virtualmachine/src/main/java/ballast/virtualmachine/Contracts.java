package ballast.virtualmachine;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the method that a call means.
final class Contracts {
    private final Map<String, Contract> deployed;

    Contracts(List<Contract> contracts) {
        deployed = contracts.stream().collect(Collectors.toUnmodifiableMap(Contract::name, Function.identity()));
    }

    PreparedCall<ContractState> prepare(Transaction transaction) {
        return prepare(transaction.getCall(), LedgerArguments.isKnown(transaction), Contract::transactions);
    }

    PreparedCall<StateView> prepareRead(ContractCall call) {
        return prepare(call, true, Contract::reads);
    }

    private <S extends StateView> PreparedCall<S> prepare(
            ContractCall call, boolean envelopeIsKnown, Function<Contract, Map<String, Contract.Method<S>>> methods) {
        var contract = deployed.get(call.getContract());
        if (contract == null) {
            return PreparedCall.refused(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        var method = methods.apply(contract).get(call.getMethod());
        if (method == null) {
            return PreparedCall.refused(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN);
        }
        return envelopeIsKnown && LedgerArguments.isKnown(call)
                ? method.prepare(call.getArguments())
                : PreparedCall.refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }
}
