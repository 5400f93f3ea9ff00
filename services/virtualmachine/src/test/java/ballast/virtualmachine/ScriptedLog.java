package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A log that leads, and does with each proposal and each barrier what the test says.
final class ScriptedLog implements ReplicatedLog {
    record Offer(ByteBuffer entry, CompletableFuture<Proposal> answer) {
        Block block() {
            return Block.decoded(entry.duplicate());
        }
    }

    private final List<Offer> offers = new ArrayList<>();
    private final List<CompletableFuture<Void>> barriers = new ArrayList<>();
    private LogPosition last = LogPosition.START;
    private LogPosition forgotten = LogPosition.START;
    private Leadership leadership = Leadership.LEADING;
    private Runnable beforeLeadership = () -> {};

    @Override
    public CompletionStage<Proposal> propose(ByteBuffer entry) {
        var offer = new Offer(entry.duplicate(), new CompletableFuture<>());
        offers.add(offer);
        return offer.answer();
    }

    @Override
    public CompletionStage<Void> readBarrier() {
        var barrier = new CompletableFuture<Void>();
        barriers.add(barrier);
        return barrier;
    }

    @Override
    public void forgetThrough(LogPosition position) {
        forgotten = position;
    }

    /// Does something once, between the question and the answer.
    void whenAskedForLeadership(Runnable action) {
        beforeLeadership = action;
    }

    @Override
    public Leadership leadership() {
        var action = beforeLeadership;
        beforeLeadership = () -> {};
        action.run();
        return leadership;
    }

    @Override
    public void close() {}

    void lead(Leadership value) {
        leadership = value;
    }

    /// What was proposed, oldest first.
    List<Offer> offers() {
        return offers;
    }

    List<CompletableFuture<Void>> barriers() {
        return barriers;
    }

    LogPosition forgotten() {
        return forgotten;
    }

    /// Delivers an entry and says nothing to whoever proposed it.
    LogPosition deliver(ReplicatedStateMachine machine, ByteBuffer entry) {
        last = new LogPosition(1, last.index() + 1);
        machine.deliver(last, entry.duplicate());
        return last;
    }

    /// Delivers a proposal and then tells its proposer.
    LogPosition commit(ReplicatedStateMachine machine, int offer) {
        var position = deliver(machine, offers.get(offer).entry());
        offers.get(offer).answer().complete(new Proposal.Committed(position));
        return position;
    }
}
