package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.FailPoints;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.simulation.ledger.AccountName;
import ballast.simulation.ledger.BlockResult;
import ballast.simulation.ledger.LedgerUnderTest;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.ledger.v1.Account;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The machine from a committed block to its outcomes: everything but the log and the threads.
///
/// Each block starts from the storage's bytes again, and every few thousand blocks from a restart.
final class MachineUnderTest implements LedgerUnderTest {
    private static final long STORAGE_MILLIS = 10_000;
    private static final int RESTART_EVERY = 500;

    private final InMemoryStateStorage storage = new InMemoryStateStorage();
    private final BlocksInMemory history = new BlocksInMemory();
    private Outside outside;
    private BlockApplier applier;
    private long blocks;

    MachineUnderTest() {
        outside = outside();
        applier = BlockApplier.recover(outside);
    }

    @Override
    public BlockResult execute(ballast.simulation.ledger.Block block) throws InvalidProtocolBufferException {
        if (++blocks % RESTART_EVERY == 0) {
            outside = outside();
            applier = BlockApplier.recover(outside);
        }
        long heightBefore = history.height();
        var answers = new ArrayList<Outcome>();
        for (byte[] outcome : applier.apply(new LogPosition(1, blocks), coded(block))) {
            answers.add(Outcome.parseFrom(outcome));
        }
        var recorded = new ArrayList<RecordedTransaction>();
        for (long height = heightBefore + 1; height <= history.height(); height++) {
            for (JournalEntry entry : history.block(height).entries()) {
                recorded.add(RecordedTransaction.newBuilder()
                        .setTransaction(Transaction.parseFrom(entry.transaction()))
                        .setOutcome(Outcome.parseFrom(entry.outcome()))
                        .build());
            }
        }
        return new BlockResult(recorded, answers);
    }

    @Override
    public Outcome dryRun(ballast.simulation.ledger.Block block) throws InvalidProtocolBufferException {
        return Outcome.parseFrom(applier.tried(coded(block)).getLast());
    }

    @Override
    public Account account(AccountName name) throws MalformedException {
        var message = ballast.types.virtualmachine.v1.AccountName.newBuilder()
                .setAccount(name.address())
                .setAsset(name.asset())
                .build();
        var read = new AccountsRead(List.of(AccountsRead.Name.of(message)));
        var view = new ReadView(applier, outside, 1);
        read.expect(view);
        view.state().fetch();
        return read.answer(view).getAccounts(0);
    }

    private Block coded(ballast.simulation.ledger.Block block) {
        var transactions =
                block.transactions().stream().map(Transaction::toByteString).toList();
        var coded = new Block(1, blocks + 1, block.timeMillis(), block.explicitAccounts(), transactions);
        return Block.decoded(coded.encoded());
    }

    private Outside outside() {
        var access = new StateAccess(storage, STORAGE_MILLIS, 1);
        return new Outside(access, history, InstantSource.system(), Runnable::run, FailPoints.disarmed());
    }

    /// A journal that is never forced and never lost.
    private static final class BlocksInMemory implements History {
        private final List<JournalBlock> blocks = new ArrayList<>();

        @Override
        public long height() {
            return blocks.size();
        }

        @Override
        public JournalBlock block(long height) {
            return blocks.get(Math.toIntExact(height - 1));
        }

        @Override
        public JournalEntry entry(long height, int offset) {
            int at = JournalBlock.FIRST_ENTRY_OFFSET;
            for (JournalEntry entry : block(height).entries()) {
                if (at == offset) {
                    return entry;
                }
                at += entry.bytes();
            }
            throw new AssertionError("block %d has no entry at %d".formatted(height, offset));
        }

        @Override
        public void append(JournalBlock block) {
            blocks.add(block);
        }

        @Override
        public void force() {
            // nothing to lose
        }
    }
}
