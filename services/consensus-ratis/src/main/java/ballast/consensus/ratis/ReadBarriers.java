package ballast.consensus.ratis;

import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/// Read barriers that go through the log: one empty entry for all reads that wait. `@ThreadSafe`
///
/// A read joins the entry that is not offered yet; while one is under way the next collects whoever comes
/// meanwhile. So there is never more than one barrier entry in flight, and each was offered after every read that
/// it answers was asked.
final class ReadBarriers {
    private final Supplier<CompletionStage<Proposal>> propose;
    private CompletableFuture<Void> gathering = new CompletableFuture<>();
    private boolean awaited;
    private boolean underWay;

    ReadBarriers(Supplier<CompletionStage<Proposal>> propose) {
        this.propose = propose;
    }

    CompletionStage<Void> join() {
        CompletableFuture<Void> joined;
        synchronized (this) {
            joined = gathering;
            awaited = true;
        }
        offerNext();
        return joined.minimalCompletionStage();
    }

    private void offerNext() {
        CompletableFuture<Void> reads;
        synchronized (this) {
            if (underWay || !awaited) {
                return;
            }
            underWay = true;
            awaited = false;
            reads = gathering;
            gathering = new CompletableFuture<>();
        }
        propose.get().whenComplete((outcome, failure) -> {
            synchronized (this) {
                underWay = false;
            }
            offerNext();
            answer(reads, outcome);
        });
    }

    private static void answer(CompletableFuture<Void> reads, Proposal outcome) {
        switch (outcome) {
            case Proposal.Committed committed -> reads.complete(null);
            case Proposal.Rejected(String reason) -> reads.completeExceptionally(new LogUnavailableException(reason));
            case Proposal.Unknown(String reason) -> reads.completeExceptionally(new LogUnavailableException(reason));
        }
    }
}
