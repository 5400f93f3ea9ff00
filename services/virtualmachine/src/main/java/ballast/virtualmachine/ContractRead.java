package ballast.virtualmachine;

import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.CallContractResponse;
import com.google.protobuf.ByteString;

/// Runs a contract's method that only reads.
record ContractRead(PreparedCall call) implements ReadCall<CallContractResponse> {
    @Override
    public void expect(ReadView view) {
        call.expectedAccounts()
                .forEach(account -> view.state().expect(view.state().account(account)));
    }

    @Override
    public CallContractResponse answer(ReadView view) {
        var response = CallContractResponse.newBuilder().setPosition(view.position());
        return switch (call.run(account -> view.state().value(view.state().account(account)))) {
            case CallOutcome.Result(ByteString message) ->
                response.setResult(message).build();
            case CallOutcome.Refused(RefusalReason reason) ->
                response.setRefused(Refusal.newBuilder().setReason(reason)).build();
        };
    }
}
