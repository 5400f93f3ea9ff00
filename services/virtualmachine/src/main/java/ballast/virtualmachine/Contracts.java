package ballast.virtualmachine;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.RefusalReason;
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

    /// Those that every machine has.
    static Contracts builtIn() {
        return new Contracts(List.of(new LedgerContract()));
    }

    /// Why a call in a transaction is refused: no contract has a method that changes anything.
    RefusalReason refusal(ContractCall call) {
        return deployed.containsKey(call.getContract())
                ? RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN
                : RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN;
    }

    PreparedCall prepareRead(ContractCall call) {
        var contract = deployed.get(call.getContract());
        if (contract == null) {
            return PreparedCall.refused(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        }
        var method = contract.reads().get(call.getMethod());
        if (method == null) {
            return PreparedCall.refused(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN);
        }
        return call.getUnknownFields().isEmpty()
                ? method.prepare(call.getArguments())
                : PreparedCall.refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }
}
