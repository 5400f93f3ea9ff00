package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.Invariant;
import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntries;
import ballast.journal.JournalEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
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
    private boolean explicitAccounts;

    /// @param state empty
    /// @param entries of the journal that is executed again
    public JournalReplay(StateStorage state, long storageMillis, JournalEntries entries) {
        this(state, storageMillis, entries::entry);
    }

    JournalReplay(StateStorage state, long storageMillis, OldEntries entries) {
        this.state = new StateAccess(state, storageMillis, HASH_SEED);
        this.executor = new BlockExecutor(Contracts.builtIn(), this.state, entries);
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
        var difference = replay(block, explicitAccounts);
        if (difference.isPresent() && replay(block, !explicitAccounts).isEmpty()) {
            explicitAccounts = !explicitAccounts;
            return Optional.empty();
        }
        return difference;
    }

    /// Whether accounts had to be opened before use is not written in a block but is part of its state digest, so
    /// at most one of the two comes out the same.
    private Optional<String> replay(JournalBlock block, boolean explicit) {
        var executed = executor.execute(
                tip,
                new LogPosition(LOG_TERM, block.height()),
                new Block(PROPOSER, block.height(), block.timeMillis(), explicit, submitted(block)));
        if (executed.change().isEmpty()) {
            return Optional.of("everything: none of it is new");
        }
        var change = executed.change().get();
        var difference = JournalComparison.difference(change.journalBlock(), block);
        if (difference.isEmpty()) {
            state.write(block.height(), change.differences());
            tip = change.tip();
        }
        return difference;
    }

    /// The transactions that were sent: those that the ledger wrote itself come first, and out of the state.
    private static List<ByteString> submitted(JournalBlock block) {
        return block.entries().stream()
                .dropWhile(JournalReplay::isExpiry)
                .map(entry -> UnsafeByteOperations.unsafeWrap(entry.transaction()))
                .toList();
    }

    private static boolean isExpiry(JournalEntry entry) {
        try {
            return ExpiryTransaction.isOne(
                    Transaction.parseFrom(entry.transaction()),
                    Outcome.parseFrom(entry.outcome()).hasCommitted());
        } catch (InvalidProtocolBufferException e) {
            // Whatever it is, execution will say.
            return false;
        }
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
