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
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where callers meet the machine: takes calls on any thread, or turns them away at once. `@ThreadSafe`
///
/// A call that is too large is refused as malformed before it has a place in any order; it is not recorded.
final class CallDesk {
    private static final Refusal TOO_LARGE = Refusal.newBuilder()
            .setReason(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED)
            .build();

    private final VirtualMachineOptions.Calls limits;
    private final InstantSource clock;
    private final Inbox inbox;
    private final Admission admission;
    private volatile Optional<ReplicatedLog> log = Optional.empty();
    private volatile boolean isClosing;

    CallDesk(VirtualMachineOptions options, InstantSource clock) {
        this.limits = options.calls();
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
            return unavailable(isClosing ? "it is closing" : "this replica does not lead");
        }
        var bytes = transaction.toByteString();
        if (bytes.size() > limits.bytesMax()) {
            return CompletableFuture.completedFuture(ProcessTransactionResponse.newBuilder()
                    .setOutcome(Outcome.newBuilder().setRefused(TOO_LARGE))
                    .build());
        }
        var answer = new CompletableFuture<ProcessTransactionResponse>();
        return take(bytes.size(), answer, new Event.Submitted(new PendingTransaction(bytes, answer, clock.millis())));
    }

    CompletableFuture<CallContractResponse> take(ContractCall call) {
        if (log.isEmpty() || isClosing) {
            return unavailable(isClosing ? "it is closing" : "it has not started");
        }
        if (call.getSerializedSize() > limits.bytesMax()) {
            return CompletableFuture.completedFuture(
                    CallContractResponse.newBuilder().setRefused(TOO_LARGE).build());
        }
        var answer = new CompletableFuture<CallContractResponse>();
        return take(call.getSerializedSize(), answer, new Event.Asked(new PendingRead(call, answer, clock.millis())));
    }

    private <T> CompletableFuture<T> take(int bytes, CompletableFuture<T> answer, Event call) {
        if (!admission.admit(bytes)) {
            return CompletableFuture.failedFuture(new ServiceFailure(
                    ServiceFailure.Kind.OVERLOADED,
                    "virtual machine: %d calls are waiting (at most: %d, or %d bytes)"
                            .formatted(admission.calls(), limits.pendingMax(), limits.pendingBytesMax())));
        }
        if (!inbox.post(call)) {
            admission.release(bytes);
            return unavailable("it has ended");
        }
        return answer;
    }

    private static <T> CompletableFuture<T> unavailable(String why) {
        return CompletableFuture.failedFuture(new ServiceFailure(
                ServiceFailure.Kind.UNAVAILABLE, "virtual machine takes no calls: %s".formatted(why)));
    }
}
