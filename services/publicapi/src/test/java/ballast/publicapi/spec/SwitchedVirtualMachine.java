package ballast.publicapi.spec;

import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// Passes calls on to another one, which the test exchanges while the server runs, and counts them. Thread-safe.
final class SwitchedVirtualMachine implements VirtualMachine {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile VirtualMachine behind = new FakeVirtualMachine();

    /// From now on, this one answers.
    void switchTo(VirtualMachine other) {
        behind = other;
        calls.set(0);
    }

    /// Calls since the last switch.
    int calls() {
        return calls.get();
    }

    @Override
    public CompletionStage<ProcessTransactionResponse> processTransaction(ProcessTransactionRequest request) {
        calls.incrementAndGet();
        return behind.processTransaction(request);
    }

    @Override
    public CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        calls.incrementAndGet();
        return behind.callContract(request);
    }
}
