package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.Invariant;
import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import java.util.Optional;

/// Executes a journal again from the beginning, on a state of its own, and compares every outcome and digest
/// with what was recorded: the proof that the history follows from its transactions and nothing else.
///
/// Used by one thread, with no machine running on that state.
public final class JournalReplay {
    private static final long PROPOSER = 0;
    private static final long LOG_TERM = 1;
    private static final long HASH_SEED = 0;

    private final StateAccess state;
    private final BlockExecutor executor;
    private StateTip tip;

    /// @param state empty
    public JournalReplay(StateStorage state, long storageMillis) {
        this.state = new StateAccess(state, storageMillis, HASH_SEED);
        this.executor = new BlockExecutor(new Contracts(List.of(new LedgerContract())), this.state);
        this.tip = this.state.recover();
        Invariant.check(tip.equals(StateTip.GENESIS), "a replay begins with an empty state");
    }

    /// Executes the next block.
    ///
    /// @return what differs from the journal's, in words; empty if nothing does. After a difference there is no
    ///     next block.
    public Optional<String> replay(JournalBlock block) {
        Invariant.check(
                block.height() == tip.height() + 1,
                () -> "block %d follows block %d".formatted(block.height(), tip.height()));
        var transactions = block.entries().stream()
                .map(entry -> UnsafeByteOperations.unsafeWrap(entry.transaction()))
                .toList();
        var executed = executor.execute(
                tip,
                new LogPosition(LOG_TERM, block.height()),
                new Block(PROPOSER, block.height(), block.timeMillis(), transactions));
        if (executed.change().isEmpty()) {
            return Optional.of("every transaction: none of them is new");
        }
        var change = executed.change().get();
        var difference = JournalComparison.difference(change.journalBlock(), block);
        if (difference.isEmpty()) {
            state.write(block.height(), change.differences());
            tip = change.tip();
        }
        return difference;
    }

    /// Compares one record of a checkpoint at [#height] with the state as it was executed again.
    ///
    /// @return what differs, in words; empty if nothing does
    public Optional<String> difference(ByteString key, ByteString value) {
        if (key.equals(StateKeys.TIP)) {
            // A replay has no log: everything but the log's position must agree.
            var claimed = StateTip.decoded(value);
            var expected = new StateTip(claimed.log(), tip.height(), tip.position(), tip.timeMillis(), tip.digest());
            return claimed.equals(expected)
                    ? Optional.empty()
                    : Optional.of("its tip is %s (expected: %s)".formatted(claimed, expected));
        }
        return state.read(List.of(key)).getFirst().equals(value)
                ? Optional.empty()
                : Optional.of("it holds another value for %s".formatted(StateKeys.describe(key)));
    }

    /// The height of the last block that came out the same.
    public long height() {
        return tip.height();
    }

    /// The position of the last transaction that came out the same.
    public long position() {
        return tip.position();
    }

    public Hash stateDigest() {
        return tip.digest();
    }
}
