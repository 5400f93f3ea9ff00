package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.ReplicatedLog;
import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.Consistency;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.types.virtualmachine.v1.FindTransactionRequest;
import ballast.types.virtualmachine.v1.FindTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.types.virtualmachine.v1.ReadAccountsRequest;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import ballast.types.virtualmachine.v1.ReadPositionRequest;
import ballast.types.virtualmachine.v1.ReadPositionResponse;
import com.google.protobuf.ByteString;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where callers meet the machine: takes calls on any thread, or turns them away at once. `@ThreadSafe`
///
/// A call that is too large is refused as malformed before it has a place in any order; it is not recorded.
final class CallDesk {
    private static final Outcome TOO_LARGE = Outcome.newBuilder()
            .setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED))
            .build();

    /// The largest batch fills a block.
    private static final int BATCH_MAX = Block.TRANSACTIONS_MAX;

    private static final int ACCOUNTS_MAX = 1_000;

    private final VirtualMachineOptions.Calls limits;
    private final boolean explicitAccounts;
    private final Contracts contracts = Contracts.builtIn();
    private final InstantSource clock;
    private final Inbox inbox;
    private final Admission admission;
    private volatile Optional<ReplicatedLog> log = Optional.empty();
    private volatile boolean isClosing;

    CallDesk(VirtualMachineOptions options, InstantSource clock) {
        this.limits = options.calls();
        this.explicitAccounts = options.explicitAccounts();
        this.clock = clock;
        this.inbox = new Inbox(options.blocks().deliveredMax());
        this.admission = new Admission(options.calls());
    }

    Inbox inbox() {
        return inbox;
    }

    Admission admission() {
        return admission;
    }

    /// As the log sees it; unknown before there is one.
    Leadership leadership() {
        return log.map(ReplicatedLog::leadership).orElse(Leadership.UNKNOWN);
    }

    /// Whether a transaction would be taken.
    boolean isReady() {
        return !isClosing && leadership() == Leadership.LEADING;
    }

    /// Takes calls from now on, as far as the log lets this replica lead.
    void open(ReplicatedLog opened) {
        inbox.post(new Event.Started(opened));
        log = Optional.of(opened);
    }

    /// Takes no more calls; those taken are still answered.
    void close() {
        isClosing = true;
        inbox.post(new Event.Closing());
    }

    CompletableFuture<ProcessTransactionResponse> take(Transaction transaction) {
        if (!isReady()) {
            return notReady();
        }
        var bytes = transaction.toByteString();
        if (isTooLarge(bytes)) {
            return CompletableFuture.completedFuture(ProcessTransactionResponse.newBuilder()
                    .setOutcome(TOO_LARGE)
                    .build());
        }
        var answer = new CompletableFuture<ProcessTransactionResponse>();
        var pending = new PendingTransaction(bytes, new SingleRecipient(answer), clock.millis());
        return take(1, bytes.size(), answer, new Event.Submitted(pending));
    }

    CompletableFuture<ProcessTransactionsResponse> take(List<ByteString> transactions) {
        if (transactions.isEmpty() || transactions.size() > BATCH_MAX) {
            return malformed("transactions: %d (expected: 1 to %d)".formatted(transactions.size(), BATCH_MAX));
        }
        if (!isReady()) {
            return notReady();
        }
        var batch = new Batch(transactions.size());
        var pending = new ArrayList<PendingTransaction>(transactions.size());
        long nowMillis = clock.millis();
        long allBytes = 0;
        for (int index = 0; index < transactions.size(); index++) {
            var bytes = transactions.get(index);
            if (isTooLarge(bytes)) {
                batch.refuse(index, TOO_LARGE.toByteArray());
            } else {
                allBytes += bytes.size();
                pending.add(new PendingTransaction(bytes, batch.recipient(index), nowMillis));
            }
        }
        return pending.isEmpty()
                ? batch.answer()
                : take(pending.size(), allBytes, batch.answer(), new Event.SubmittedMany(pending));
    }

    /// Takes a read that shows everything answered before, or whatever this replica has.
    <T> CompletableFuture<T> take(ReadCall<T> call, int bytes, boolean isLocal) {
        if (log.isEmpty() || isClosing) {
            return unavailable(isClosing ? "it is closing" : "it has not started");
        }
        var answer = new CompletableFuture<T>();
        var read = new PendingRead<>(call, bytes, isLocal, answer, clock.millis());
        return take(1, bytes, answer, new Event.Asked(read));
    }

    CompletableFuture<CallContractResponse> take(ContractCall call) {
        if (call.getSerializedSize() > limits.bytesMax()) {
            return CompletableFuture.completedFuture(CallContractResponse.newBuilder()
                    .setRefused(TOO_LARGE.getRefused())
                    .build());
        }
        return take(new ContractRead(contracts.prepareRead(call)), call.getSerializedSize(), false);
    }

    CompletableFuture<DryRunResponse> tryOut(Transaction transaction) {
        var bytes = transaction.toByteString();
        if (isTooLarge(bytes)) {
            return CompletableFuture.completedFuture(
                    DryRunResponse.newBuilder().setOutcome(TOO_LARGE).build());
        }
        var block = new Block(0, 1, clock.millis(), explicitAccounts, List.of(bytes));
        return take(new TrialRead(block), bytes.size(), false);
    }

    CompletableFuture<FindTransactionResponse> find(FindTransactionRequest request) {
        try {
            var read = new TransactionRead(LedgerMessages.id(request.getId()));
            return take(read, request.getSerializedSize(), isLocal(request.getConsistency()));
        } catch (MalformedException e) {
            return malformed("id: not 16 bytes");
        }
    }

    CompletableFuture<ReadAccountsResponse> readAccounts(ReadAccountsRequest request) {
        int count = request.getAccountsCount();
        if (count == 0 || count > ACCOUNTS_MAX) {
            return malformed("accounts: %d (expected: 1 to %d)".formatted(count, ACCOUNTS_MAX));
        }
        try {
            var names = new ArrayList<AccountsRead.Name>(count);
            for (var name : request.getAccountsList()) {
                names.add(AccountsRead.Name.of(name));
            }
            return take(new AccountsRead(names), request.getSerializedSize(), isLocal(request.getConsistency()));
        } catch (MalformedException e) {
            return malformed("accounts: one of them is malformed");
        }
    }

    CompletableFuture<ReadPositionResponse> readPosition(ReadPositionRequest request) {
        return take(new PositionRead(), request.getSerializedSize(), isLocal(request.getConsistency()));
    }

    private boolean isTooLarge(ByteString bytes) {
        return bytes.size() > limits.bytesMax();
    }

    private static boolean isLocal(Consistency consistency) {
        return consistency == Consistency.CONSISTENCY_LOCAL;
    }

    private <T> CompletableFuture<T> take(int calls, long bytes, CompletableFuture<T> answer, Event call) {
        if (!admission.admit(calls, bytes)) {
            return CompletableFuture.failedFuture(new ServiceFailure(
                    ServiceFailure.Kind.OVERLOADED,
                    "virtual machine: %d calls are waiting (at most: %d, or %d bytes)"
                            .formatted(admission.calls(), limits.pendingMax(), limits.pendingBytesMax())));
        }
        if (!inbox.post(call)) {
            admission.release(calls, bytes);
            return unavailable("it has ended");
        }
        return answer;
    }

    private <T> CompletableFuture<T> notReady() {
        return unavailable(isClosing ? "it is closing" : "this replica does not lead");
    }

    private static <T> CompletableFuture<T> unavailable(String why) {
        return CompletableFuture.failedFuture(new ServiceFailure(
                ServiceFailure.Kind.UNAVAILABLE, "virtual machine takes no calls: %s".formatted(why)));
    }

    /// Callers check what they ask; this is a mistake of theirs.
    private static <T> CompletableFuture<T> malformed(String what) {
        return CompletableFuture.failedFuture(new IllegalArgumentException(what));
    }
}
