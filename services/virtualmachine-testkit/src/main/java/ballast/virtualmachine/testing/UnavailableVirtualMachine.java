package ballast.virtualmachine.testing;

import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.util.concurrent.CompletionStage;

/// Takes no calls, as one that does not lead or is closing.
public final class UnavailableVirtualMachine implements VirtualMachine {
    private final VirtualMachine failing = new FailingVirtualMachine(ServiceFailure.Kind.UNAVAILABLE);

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        return failing.processTransaction(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        return failing.callContract(request);
    }
}
