package ballast.virtualmachine;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.guard.FailPoint;
import ballast.guard.Invariant;
import ballast.guard.ServiceFailure;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// What the machine does in one turn: it takes everything out of the inbox, executes the blocks that were
/// committed, answers, and makes the next block of whatever waits by then. A block grows while the one before
/// it is forced; no timer decides.
final class Turns {
    /// How often to look at the clock while somebody waits.
    private static final long PENDING_MILLIS_MAX = 100;

    private static final long IDLE_MILLIS_MAX = 3_600_000;

    /// How long a tick waits after one that the log did not take.
    private static final long TICK_MILLIS = 100;

    private final VirtualMachineOptions.Patience patience;
    private final Outside outside;
    private final CallDesk desk;
    private final Inbox inbox;
    private final Answers answers;
    private final Sequencer sequencer;
    private final Readers readers = new Readers();
    private final ReadExecutor readExecutor;
    private final BlockApplier applier;
    private final ExpiryWatch expiryWatch;
    private final Checkpointer checkpointer;
    private final Queue<Event> events = new ArrayDeque<>();
    private final Queue<PendingTransaction> answering = new ArrayDeque<>();
    private List<PendingRead<?>> localReads = new ArrayList<>();

    private Optional<ReplicatedLog> log = Optional.empty();
    private long tickedHeight = -1;
    private long tickedMillis;
    private boolean isClosing;
    private long closeByMillis;
    private long blocksExecuted;
    private long transactionsExecuted;
    private volatile VirtualMachineStatus published;

    /// Recovers from what the state and the journal hold.
    ///
    /// @throws VirtualMachineException if the two do not fit together
    Turns(VirtualMachineOptions options, long proposer, Outside outside, CallDesk desk) {
        this.patience = options.patience();
        this.outside = outside;
        this.desk = desk;
        this.inbox = desk.inbox();
        this.answers = new Answers(desk.admission());
        this.sequencer = new Sequencer(proposer, options);
        this.applier = BlockApplier.recover(outside);
        this.readExecutor = new ReadExecutor(applier, outside, answers);
        this.expiryWatch = new ExpiryWatch(outside.state(), applier.tip());
        this.checkpointer = new Checkpointer(options.checkpoints(), applier, inbox, outside);
        this.published = snapshot();
    }

    /// The last log entry whose effect the state has.
    LogPosition recovered() {
        return applier.tip().log();
    }

    /// Does everything that can be done now; `false` if there was nothing.
    boolean turn() {
        inbox.drainTo(events);
        boolean worked = !events.isEmpty();
        for (var event = events.poll(); event != null; event = events.poll()) {
            handle(event);
        }
        answerLocalReads();
        giveUpOnTheLate();
        worked |= propose();
        worked |= tick();
        worked |= beginBarrier();
        worked |= checkpointer.beginIfDue();
        published = snapshot();
        return worked;
    }

    /// Whether nobody waits for anything.
    boolean isIdle() {
        return sequencer.isIdle() && readers.isIdle();
    }

    /// How long nothing has to be done if nothing happens.
    long idleMillis() {
        if (!isIdle()) {
            return PENDING_MILLIS_MAX;
        }
        long untilExpiry = leads() ? expiryWatch.nextMillis() - outside.clock().millis() : IDLE_MILLIS_MAX;
        return untilExpiry <= 0 ? TICK_MILLIS : Math.min(untilExpiry, IDLE_MILLIS_MAX);
    }

    /// Whether the owner wanted an end and it has come: nobody waits, or it has taken too long.
    boolean isOver() {
        return isClosing && (isIdle() || outside.clock().millis() >= closeByMillis);
    }

    /// Ends in order: answers whoever still waits, and takes a last checkpoint.
    void finish() {
        dismissAll("it closed before the answer");
        checkpointer.finish(log);
        published = snapshot();
    }

    /// Tells everybody who waits that there will be no answer, and takes nothing more.
    void dismissAll(String why) {
        inbox.close();
        inbox.drainTo(events);
        for (var event : events) {
            if (event instanceof Event.Submitted submitted) {
                sequencer.add(submitted.transaction());
            } else if (event instanceof Event.SubmittedMany many) {
                many.transactions().forEach(sequencer::add);
            } else if (event instanceof Event.Asked asked) {
                readers.add(asked.read());
            }
        }
        events.clear();
        fail(List.copyOf(answering), ServiceFailure.Kind.OUTCOME_UNKNOWN, why);
        fail(sequencer.withdrawUndecided(Long.MAX_VALUE), ServiceFailure.Kind.OUTCOME_UNKNOWN, why);
        fail(sequencer.withdrawWaiting(Long.MAX_VALUE), ServiceFailure.Kind.UNAVAILABLE, why);
        answers.failReads(readers.withdraw(Long.MAX_VALUE), why);
        answers.failReads(localReads, why);
        localReads = new ArrayList<>();
    }

    /// Shows everything that was answered. Any thread may ask.
    VirtualMachineStatus status() {
        return published.with(desk.admission().calls(), desk.leadership(), desk.isReady());
    }

    /// As far as the machine's own thread knows it.
    private VirtualMachineStatus snapshot() {
        var tip = applier.tip();
        return new VirtualMachineStatus(
                tip.log(),
                tip.height(),
                tip.position(),
                tip.digest(),
                checkpointer.durableHeight(),
                0,
                sequencer.waiting(),
                sequencer.inFlight(),
                blocksExecuted,
                transactionsExecuted,
                Leadership.UNKNOWN,
                false);
    }

    private void handle(Event event) {
        switch (event) {
            case Event.Started(ReplicatedLog opened) -> log = Optional.of(opened);
            case Event.Submitted(PendingTransaction transaction) -> sequencer.add(transaction);
            case Event.SubmittedMany(List<PendingTransaction> transactions) -> transactions.forEach(sequencer::add);
            case Event.Asked(PendingRead<?> read) when read.isLocal() -> localReads.add(read);
            case Event.Asked(PendingRead<?> read) -> readers.add(read);
            case Event.Delivered(LogPosition position, ByteBuffer entry) -> execute(position, entry);
            case Event.ProposalEnded ended -> proposalEnded(ended.sequence(), ended.proposal());
            case Event.BarrierEnded(Optional<Throwable> failure) -> barrierEnded(failure);
            case Event.JournalForced _ -> checkpointer.journalForced();
            case Event.StateCheckpointed durable -> checkpointer.stateCheckpointed(durable.height(), log);
            case Event.LeadershipChanged(Leadership leadership) -> leadershipChanged(leadership);
            case Event.Failed(VirtualMachineException failure) -> throw failure;
            case Event.Closing _ -> {
                isClosing = true;
                closeByMillis = outside.clock().millis() + patience.closeMillis();
            }
        }
    }

    private void execute(LogPosition position, ByteBuffer entry) {
        int bytes = entry.remaining();
        var block = Block.decoded(entry);
        var outcomes = applier.apply(position, block).iterator();
        blocksExecuted++;
        transactionsExecuted += block.transactions().size();
        checkpointer.executed(bytes);
        published = snapshot();
        answering.addAll(sequencer.executed(block));
        boolean isFirst = true;
        while (!answering.isEmpty()) {
            answers.give(answering.remove(), outcomes.next());
            if (isFirst) {
                isFirst = false;
                outside.failPoints().passed(FailPoint.AFTER_FIRST_ANSWER);
            }
        }
    }

    private void proposalEnded(long sequence, Proposal proposal) {
        switch (proposal) {
            case Proposal.Committed(LogPosition position) ->
                Invariant.check(
                        sequencer.isAnswered(sequence), () -> "%s is delivered before committed".formatted(position));
            case Proposal.Rejected(String reason) ->
                fail(sequencer.rejected(sequence), ServiceFailure.Kind.UNAVAILABLE, "the log took no block: " + reason);
            case Proposal.Unknown(String reason) -> sequencer.unknown(sequence);
        }
    }

    private void barrierEnded(Optional<Throwable> failure) {
        var reads = readers.barrierEnded();
        if (failure.isPresent()) {
            answers.failReads(
                    reads, "the log has no read barrier: " + failure.get().getMessage());
            return;
        }
        readExecutor.answer(reads);
    }

    private void answerLocalReads() {
        var reads = localReads;
        localReads = new ArrayList<>();
        readExecutor.answer(reads);
    }

    private void leadershipChanged(Leadership leadership) {
        if (leadership != Leadership.LEADING) {
            fail(
                    sequencer.withdrawWaiting(Long.MAX_VALUE),
                    ServiceFailure.Kind.UNAVAILABLE,
                    "this replica leads no more");
        }
    }

    private void giveUpOnTheLate() {
        long before = outside.clock().millis() - patience.callMillis();
        fail(
                sequencer.withdrawWaiting(before),
                ServiceFailure.Kind.UNAVAILABLE,
                "no block had room for %d ms".formatted(patience.callMillis()));
        fail(
                sequencer.withdrawUndecided(before),
                ServiceFailure.Kind.OUTCOME_UNKNOWN,
                "the log did not decide for %d ms".formatted(patience.callMillis()));
        answers.failReads(
                readers.withdraw(before), "no read barrier was reached for %d ms".formatted(patience.callMillis()));
    }

    private boolean propose() {
        boolean proposed = false;
        for (var block = cut(); block.isPresent(); block = cut()) {
            propose(block.get());
            proposed = true;
        }
        return proposed;
    }

    private void propose(Block block) {
        long sequence = block.sequence();
        outside.failPoints().passed(FailPoint.BEFORE_PROPOSE);
        openLog()
                .propose(block.encoded())
                .whenComplete((proposal, failure) -> inbox.post(new Event.ProposalEnded(
                        sequence, failure == null ? proposal : new Proposal.Unknown(failure.toString()))));
    }

    /// Lets time pass if there is something to do about it and no transaction comes along to carry the news.
    private boolean tick() {
        long now = outside.clock().millis();
        if (!leads() || !sequencer.isIdle() || isTickTooEarly(now) || !expiryWatch.isBlockDue(applier.tip(), now)) {
            return false;
        }
        tickedMillis = now;
        tickedHeight = applier.tip().height();
        propose(sequencer.tick(now));
        return true;
    }

    /// Whether this replica leads. Not asked of the desk, which may hear of the log a moment later than this thread:
    /// nobody would wake it then, and a hold that is due could wait for an hour.
    private boolean leads() {
        return !isClosing && log.map(ReplicatedLog::leadership).orElse(Leadership.UNKNOWN) == Leadership.LEADING;
    }

    /// A tick that changed nothing was not taken by the log; it gets a while.
    private boolean isTickTooEarly(long nowMillis) {
        return tickedHeight == applier.tip().height() && nowMillis < tickedMillis + TICK_MILLIS;
    }

    private Optional<Block> cut() {
        return sequencer.cut(outside.clock().millis());
    }

    private boolean beginBarrier() {
        if (!readers.beginsBarrier()) {
            return false;
        }
        openLog()
                .readBarrier()
                .whenComplete((reached, failure) -> inbox.post(new Event.BarrierEnded(Optional.ofNullable(failure))));
        return true;
    }

    /// Calls are taken only after the log was given.
    private ReplicatedLog openLog() {
        return log.orElseThrow();
    }

    private void fail(List<PendingTransaction> transactions, ServiceFailure.Kind kind, String why) {
        answers.failTransactions(transactions, kind, why);
    }
}
