package ballast.virtualmachine;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.CallContractResponse;
import com.google.protobuf.ByteString;
import java.util.List;

/// Runs methods that only read, any number of them on one state, which is read once for all of them.
final class ReadExecutor {
    private final Contracts contracts;
    private final StateAccess state;

    ReadExecutor(Contracts contracts, StateAccess state) {
        this.contracts = contracts;
        this.state = state;
    }

    /// One answer for each call, in order, as of `position`.
    List<CallContractResponse> execute(long position, List<ContractCall> calls) {
        var view = new StateOverlay(state, calls.size());
        var prepared = calls.stream().map(contracts::prepareRead).toList();
        prepared.forEach(call -> call.expectedKeys().forEach(view::expect));
        view.fetch();
        return prepared.stream().map(call -> response(position, call.run(view))).toList();
    }

    private static CallContractResponse response(long position, CallOutcome outcome) {
        var response = CallContractResponse.newBuilder().setPosition(position);
        return switch (outcome) {
            case CallOutcome.Result(ByteString message) ->
                response.setResult(message).build();
            case CallOutcome.Refused(RefusalReason reason) ->
                response.setRefused(Refusal.newBuilder().setReason(reason)).build();
        };
    }
}
