package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogPosition;
import ballast.guard.FailPoints;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every state that a crash can leave, at every point of a short history: the checkpoint may be of any height,
/// the journal may end anywhere from there on, and the log has it all.
final class RecoveryTest {
    private static final int BLOCKS = 7;

    private final List<InMemoryStateStorage> stateAt = new ArrayList<>();
    private final MemoryHistory journal = new MemoryHistory();

    @Test
    void comesToTheSameStateFromEveryCheckpointWithEveryJournal() {
        var undisturbed = record();
        for (int checkpoint = 0; checkpoint <= BLOCKS; checkpoint++) {
            for (int journalEnd = checkpoint; journalEnd <= BLOCKS; journalEnd++) {
                var state = copy(stateAt.get(checkpoint));
                var history = prefix(journalEnd);
                var recovered = applier(state, history);
                for (int entry = 1; entry <= 2 * BLOCKS; entry++) {
                    if (entry > recovered.tip().log().index()) {
                        recovered.apply(new LogPosition(1, entry), block(entry));
                    }
                }
                assertThat(recovered.tip())
                        .describedAs("checkpoint at %d, journal up to %d", checkpoint, journalEnd)
                        .isEqualTo(undisturbed);
                assertThat(state.values()).isEqualTo(stateAt.getLast().values());
                assertThat(history.height()).isEqualTo(BLOCKS);
            }
        }
    }

    private StateTip record() {
        var state = new InMemoryStateStorage();
        var applier = applier(state, journal);
        stateAt.add(copy(state));
        for (int entry = 1; entry <= 2 * BLOCKS; entry++) {
            applier.apply(new LogPosition(1, entry), block(entry));
            if (applier.tip().height() == stateAt.size()) {
                stateAt.add(copy(state));
            }
        }
        assertThat(stateAt).hasSize(BLOCKS + 1);
        return applier.tip();
    }

    /// Every second block has nothing but repeats; the others have a transfer, a refusal and a repeat.
    private static Block block(int entry) {
        int number = (entry + 1) / 2;
        var transactions = new ArrayList<ByteString>();
        for (int id : new int[] {2 * number, 2 * number + 1, 2}) {
            transactions.add(Messages.transaction(Messages.id(id), Messages.transfer("user" + id % 3, "user0", id % 2))
                    .toByteString());
        }
        return new Block(1, entry, 1_000 + entry, false, transactions);
    }

    private MemoryHistory prefix(int height) {
        var history = new MemoryHistory();
        journal.blocks().stream().limit(height).forEach(history::append);
        return history;
    }

    private static InMemoryStateStorage copy(InMemoryStateStorage state) {
        return new InMemoryStateStorage(state.height(), state.values());
    }

    private static BlockApplier applier(InMemoryStateStorage state, History history) {
        return BlockApplier.recover(new Outside(
                new StateAccess(state, 10_000, 0),
                history,
                InstantSource.system(),
                Runnable::run,
                FailPoints.disarmed()));
    }
}
