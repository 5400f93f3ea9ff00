package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.Invariant;
import ballast.journal.JournalBlock;
import ballast.ledger.Account;
import ballast.ledger.BlockContext;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The step function: a block on a state gives outcomes and differences, the same bytes on every replica and in
/// every replay.
///
/// It reads the state and the journal and writes nothing: the caller makes the change durable, and until then a
/// failure leaves no trace.
final class BlockExecutor {
    private static final byte[] ID_MALFORMED = Outcome.newBuilder()
            .setRefused(Refusal.newBuilder().setReason(RefusalReason.REFUSAL_REASON_ID_MALFORMED))
            .build()
            .toByteArray();

    /// How many transactions are prepared, and what they want read, before they run: few enough that all of it is
    /// still in the processor's cache by then, and enough to make little of the cost of a read.
    static final int PART = 1_024;

    private final TransactionReader reader;
    private final StateAccess state;
    private final OldEntries history;
    private final StateDigest digest = new StateDigest();

    BlockExecutor(Contracts contracts, StateAccess state, OldEntries history) {
        this.reader = new TransactionReader(contracts);
        this.state = state;
        this.history = history;
    }

    ExecutedBlock execute(StateTip before, LogPosition log, Block block) {
        var transactions = block.transactions();
        var overlay = new StateOverlay(state, transactions.size());
        new DeadlineHeap(overlay).expect();
        var context = new BlockContext(Math.max(before.timeMillis(), block.timeMillis()), block.explicitAccounts());
        var run = new BlockRun(before, context, overlay, history);
        var outcomes = new ArrayList<byte[]>(transactions.size());
        var prepared = prepare(part(transactions, 0), overlay);
        run.expire();
        run(prepared, run, outcomes);
        for (int from = PART; from < transactions.size(); from += PART) {
            run(prepare(part(transactions, from), overlay), run, outcomes);
        }
        return new ExecutedBlock(outcomes, change(before, log, run, overlay, block.explicitAccounts()));
    }

    private static List<ByteString> part(List<ByteString> transactions, int from) {
        return transactions.subList(from, Math.min(from + PART, transactions.size()));
    }

    /// Reads what the transactions will want. Empty for one without an id.
    private List<Optional<Prepared>> prepare(List<ByteString> transactions, StateOverlay overlay) {
        var preparation = new Preparation(reader, overlay);
        var prepared = new ArrayList<Optional<Prepared>>(transactions.size());
        for (var bytes : transactions) {
            prepared.add(preparation.prepare(bytes.toByteArray()));
        }
        preparation.fetch();
        return prepared;
    }

    private static void run(List<Optional<Prepared>> prepared, BlockRun run, List<byte[]> outcomes) {
        for (var transaction : prepared) {
            outcomes.add(transaction.map(run::outcome).orElse(ID_MALFORMED));
        }
    }

    private Optional<ExecutedBlock.Change> change(
            StateTip before, LogPosition log, BlockRun run, StateOverlay overlay, boolean explicitAccounts) {
        // A block may decide nothing and still take out deadlines: the next one has to begin behind them.
        if (run.entries().isEmpty() && overlay.changed().isEmpty()) {
            return Optional.empty();
        }
        long height = before.height() + 1;
        digest.begin(before.digest(), height, explicitAccounts);
        var differences = differences(overlay);
        var stateDigest = digest.end();
        var tip = new StateTip(log, height, run.lastPosition(), run.timeMillis(), stateDigest);
        differences.add(StateDifference.newBuilder()
                .setKey(StateKeys.TIP)
                .setValue(tip.encoded())
                .build());
        var journalBlock =
                new JournalBlock(height, run.timeMillis(), before.position() + 1, run.entries(), stateDigest);
        return Optional.of(new ExecutedBlock.Change(tip, journalBlock, differences));
    }

    /// What the block changed, shown to the sums and the digest on the same walk: on a second one it would have left
    /// the processor's cache.
    private List<StateDifference> differences(StateOverlay overlay) {
        var growth = new CounterSums();
        var differences = new ArrayList<StateDifference>(overlay.changed().size() + 1);
        for (var slot : overlay.changed()) {
            if (slot.committed instanceof Account after) {
                var before = (Account) slot.loaded;
                growth.add(slot.keyBytes, before.balances(), after.balances());
            }
            var difference = slot.difference();
            digest.add(difference);
            differences.add(difference);
        }
        Invariant.check(growth.areZero(), "a block moves money and creates none");
        return differences;
    }
}
