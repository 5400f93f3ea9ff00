package ballast.virtualmachine.testing;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractRequest;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.VirtualMachine;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A whole virtual machine in memory: right, plain and slow, behind one lock.
///
/// It shares no code with the real one and counts with [java.math.BigInteger], so that it serves as the model
/// that the real one is compared with. Every stage it returns is complete. Thread-safe.
public final class FakeVirtualMachine implements VirtualMachine {
    private static final int ID_BYTES = 16;

    private record Recorded(ContractCall call, Outcome outcome) {}

    private final InstantSource clock;
    private final FakeLedger ledger = new FakeLedger();
    private final Map<ByteString, Recorded> recorded = new HashMap<>();
    private long position;
    private long timeMillis;

    /// With a clock that stands still at the start of 2026.
    public FakeVirtualMachine() {
        this(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    }

    public FakeVirtualMachine(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized CompletionStage<ProcessTransactionResponse> processTransaction(
            ProcessTransactionRequest request) {
        var outcome = outcome(request.getTransaction());
        return CompletableFuture.completedFuture(
                ProcessTransactionResponse.newBuilder().setOutcome(outcome).build());
    }

    @Override
    public synchronized CompletionStage<CallContractResponse> callContract(CallContractRequest request) {
        var response = CallContractResponse.newBuilder().setPosition(position);
        switch (ledger.read(request.getCall())) {
            case FakeLedger.Fate.Result(ByteString result) -> response.setResult(result);
            case FakeLedger.Fate.Refused(RefusalReason reason) -> response.setRefused(refusal(reason));
        }
        return CompletableFuture.completedFuture(response.build());
    }

    /// How many transactions were recorded.
    public synchronized long position() {
        return position;
    }

    private Outcome outcome(Transaction transaction) {
        if (transaction.getId().size() != ID_BYTES) {
            return Outcome.newBuilder()
                    .setRefused(refusal(RefusalReason.REFUSAL_REASON_ID_MALFORMED))
                    .build();
        }
        var owner = recorded.get(transaction.getId());
        if (owner == null) {
            var outcome = execute(transaction);
            recorded.put(transaction.getId(), new Recorded(transaction.getCall(), outcome));
            return outcome;
        }
        return owner.call().equals(transaction.getCall())
                ? owner.outcome()
                : owner.outcome().toBuilder()
                        .setRefused(refusal(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED))
                        .build();
    }

    private Outcome execute(Transaction transaction) {
        position++;
        timeMillis = Math.max(timeMillis, clock.millis());
        var outcome = Outcome.newBuilder().setPosition(position).setTimeMillis(timeMillis);
        switch (ledger.execute(transaction)) {
            case FakeLedger.Fate.Result(ByteString result) -> outcome.setCommitted(result);
            case FakeLedger.Fate.Refused(RefusalReason reason) -> outcome.setRefused(refusal(reason));
        }
        return outcome.build();
    }

    private static Refusal refusal(RefusalReason reason) {
        return Refusal.newBuilder().setReason(reason).build();
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ProcessTransactionsResponse>
            processTransactions(ballast.types.virtualmachine.v1.ProcessTransactionsRequest request) {
        throw new UnsupportedOperationException("ProcessTransactions");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.DryRunResponse> dryRun(
            ballast.types.virtualmachine.v1.DryRunRequest request) {
        throw new UnsupportedOperationException("DryRun");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.FindTransactionResponse>
            findTransaction(ballast.types.virtualmachine.v1.FindTransactionRequest request) {
        throw new UnsupportedOperationException("FindTransaction");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadAccountsResponse> readAccounts(
            ballast.types.virtualmachine.v1.ReadAccountsRequest request) {
        throw new UnsupportedOperationException("ReadAccounts");
    }

    @Override
    public java.util.concurrent.CompletionStage<ballast.types.virtualmachine.v1.ReadPositionResponse> readPosition(
            ballast.types.virtualmachine.v1.ReadPositionRequest request) {
        throw new UnsupportedOperationException("ReadPosition");
    }
}
