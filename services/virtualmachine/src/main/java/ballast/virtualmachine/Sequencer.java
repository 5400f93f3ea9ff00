package ballast.virtualmachine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// The transactions that somebody waits for: first for a place in a block, then for the block to be decided.
final class Sequencer {
    private record OwnBlock(List<PendingTransaction> transactions, long cutMillis) {}

    private final long proposer;
    private final VirtualMachineOptions.Blocks limits;
    private final boolean explicitAccounts;
    private final Queue<PendingTransaction> waiting = new ArrayDeque<>();
    /// Blocks whose outcomes somebody waits for, oldest first; one that the log does not know the fate of stays
    /// here.
    private final Map<Long, OwnBlock> unanswered = new LinkedHashMap<>();
    /// Blocks that the log has said nothing about.
    private final Set<Long> inFlight = new HashSet<>();
    private long lastSequence;
    private long waitingBytes;

    Sequencer(long proposer, VirtualMachineOptions options) {
        this.proposer = proposer;
        this.limits = options.blocks();
        this.explicitAccounts = options.explicitAccounts();
    }

    void add(PendingTransaction transaction) {
        waiting.add(transaction);
        waitingBytes += transaction.bytes().size();
    }

    /// The next block of whatever waits, or nothing.
    ///
    /// While a block is in flight, others join it there only when they are full: what comes meanwhile then
    /// shares the next fsync, and yet a flood of batches keeps the log and the machine busy at the same time.
    Optional<Block> cut(long nowMillis) {
        if (waiting.isEmpty() || inFlight.size() >= limits.inFlightMax() || (!inFlight.isEmpty() && !hasFullBlock())) {
            return Optional.empty();
        }
        var transactions = new ArrayList<PendingTransaction>();
        int bytes = Block.bytes(0, 0);
        for (var next = waiting.peek(); next != null && transactions.size() < limits.transactionsMax(); ) {
            bytes += Block.bytes(1, next.bytes().size()) - Block.bytes(0, 0);
            if (bytes > limits.bytesMax()) {
                break;
            }
            transactions.add(taken());
            next = waiting.peek();
        }
        return Optional.of(block(transactions, nowMillis));
    }

    /// A block of nothing, to let time pass.
    Block tick(long nowMillis) {
        return block(List.of(), nowMillis);
    }

    private Block block(List<PendingTransaction> transactions, long nowMillis) {
        lastSequence++;
        inFlight.add(lastSequence);
        unanswered.put(lastSequence, new OwnBlock(transactions, nowMillis));
        return new Block(
                proposer,
                lastSequence,
                nowMillis,
                explicitAccounts,
                transactions.stream().map(PendingTransaction::bytes).toList());
    }

    private boolean hasFullBlock() {
        return waiting.size() >= limits.transactionsMax()
                || Block.bytes(0, 0) + waitingBytes + (long) Integer.BYTES * waiting.size() >= limits.bytesMax();
    }

    private PendingTransaction taken() {
        var transaction = waiting.remove();
        waitingBytes -= transaction.bytes().size();
        return transaction;
    }

    /// Who waits for a block that was executed, in the order of its transactions; nobody for a block of another
    /// replica or of an earlier run.
    List<PendingTransaction> executed(Block block) {
        return block.proposer() == proposer ? decided(block.sequence()) : List.of();
    }

    /// Whether nobody waits for a block any more.
    boolean isAnswered(long sequence) {
        return !unanswered.containsKey(sequence);
    }

    /// Who waits for a block that is not in the log and never will be.
    List<PendingTransaction> rejected(long sequence) {
        return decided(sequence);
    }

    /// The log cannot tell; those who wait go on waiting, and the next block may be cut.
    void unknown(long sequence) {
        inFlight.remove(sequence);
    }

    /// Takes those who wait for a place in a block and called before `beforeMillis`.
    List<PendingTransaction> withdrawWaiting(long beforeMillis) {
        var withdrawn = new ArrayList<PendingTransaction>();
        for (var next = waiting.peek(); next != null && next.acceptedMillis() < beforeMillis; next = waiting.peek()) {
            withdrawn.add(taken());
        }
        return withdrawn;
    }

    /// Takes those who wait for a block that was cut before `beforeMillis`.
    List<PendingTransaction> withdrawUndecided(long beforeMillis) {
        var withdrawn = new ArrayList<PendingTransaction>();
        for (Iterator<OwnBlock> blocks = unanswered.values().iterator(); blocks.hasNext(); ) {
            var block = blocks.next();
            if (block.cutMillis() < beforeMillis) {
                withdrawn.addAll(block.transactions());
                blocks.remove();
            }
        }
        return withdrawn;
    }

    boolean isIdle() {
        return waiting.isEmpty() && unanswered.isEmpty();
    }

    int waiting() {
        return waiting.size();
    }

    int inFlight() {
        return inFlight.size();
    }

    private List<PendingTransaction> decided(long sequence) {
        inFlight.remove(sequence);
        var own = unanswered.remove(sequence);
        return own == null ? List.of() : own.transactions();
    }
}
