package ballast.statestorage.testing;

import static ballast.statestorage.testing.StateRequests.put;
import static ballast.statestorage.testing.StateRequests.remove;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.StateStorage;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a StateStorage must do whose checkpoints survive it. Subclass it and say how to open an empty one and how to
/// open again what is left of it.
///
/// | Rule | |
/// | --- | --- |
/// | C1 | without a checkpoint, what is left is the empty state at height 0 |
/// | C2 | what is left is the state at the height that the last checkpoint was answered with, and no later block |
/// | C3 | a key that was removed stays removed |
/// | C4 | a checkpoint keeps what earlier checkpoints kept |
/// | C5 | blocks that are written while a checkpoint runs are whole in it or not at all, as its answer tells |
/// | C6 | the block after the checkpoint is the next one, and may be checkpointed like any other |
/// | C7 | an empty block may be checkpointed |
/// | C8 | keys and values at their limits survive |
/// | C9 | blocks, checkpoints and restarts made by chance leave what a `java.util` map would hold |
public abstract class StateStorageCheckpointContractTest {
    private StateStorage opened;
    private StateStorageDriver storage;

    /// An empty storage at height 0.
    protected abstract StateStorage openEmpty();

    /// Ends the storage without a further checkpoint, as a crash would, and opens what is left of it.
    protected abstract StateStorage reopen(StateStorage ended);

    @BeforeEach
    final void open() {
        opened = openEmpty();
        storage = new StateStorageDriver(opened, 0);
    }

    @Test
    @DisplayName("C1: without a checkpoint the empty state is left")
    void nothingIsLeftWithoutACheckpoint() {
        storage.write(put("alice", "1"));
        restart();
        assertThat(storage.height()).isZero();
        assertThat(storage.read("alice")).containsExactly("");
    }

    @Test
    @DisplayName("C2: the state at the answered height is left, and no later block")
    void theCheckpointIsLeft() {
        storage.write(put("alice", "1"), put("bob", "1"));
        storage.write(put("alice", "2"));
        assertThat(storage.checkpoint()).isEqualTo(2);
        storage.write(put("alice", "3"), put("carol", "3"));
        restart();
        assertThat(storage.height()).isEqualTo(2);
        assertThat(storage.read("alice", "bob", "carol")).containsExactly("2", "1", "");
    }

    @Test
    @DisplayName("C3: a key that was removed stays removed")
    void removedKeysStayRemoved() {
        storage.write(put("alice", "1"), put("bob", "1"), put("carol", "1"));
        storage.checkpoint();
        storage.write(remove("alice"), remove("bob"), put("dave", "2"));
        storage.write(put("bob", "3"), remove("dave"));
        storage.checkpoint();
        restart();
        assertThat(storage.read("alice", "bob", "carol", "dave")).containsExactly("", "3", "1", "");
        storage.write(remove("carol"));
        storage.checkpoint();
        restart();
        assertThat(storage.read("alice", "bob", "carol", "dave")).containsExactly("", "3", "", "");
    }

    @Test
    @DisplayName("C4: a checkpoint keeps what earlier checkpoints kept")
    void checkpointsAddUp() {
        for (int i = 0; i < 12; i++) {
            storage.write(put("key " + i, "value " + i), put("last", "value " + i));
            storage.checkpoint();
        }
        restart();
        for (int i = 0; i < 12; i++) {
            assertThat(storage.read("key " + i)).containsExactly("value " + i);
        }
        assertThat(storage.read("last")).containsExactly("value 11");
    }

    @Test
    @DisplayName("C5: blocks written while a checkpoint runs are whole in it or not at all")
    void aCheckpointHasABlockBoundary() {
        RandomBlocks blocks = new RandomBlocks(2_000);
        Map<Long, List<ByteString>> expectedAt = new HashMap<>();
        for (int i = 0; i < 10; i++) {
            storage.write(blocks.next(2_000));
        }
        expectedAt.put(storage.height(), blocks.expected());
        CompletionStage<Long> running = storage.startCheckpoint();
        for (int i = 0; i < 20; i++) {
            storage.write(i == 0 ? blocks.full(500) : blocks.next(500));
            expectedAt.put(storage.height(), blocks.expected());
        }
        long answered = StateStorageDriver.answer(running);
        assertThat(expectedAt).containsKey(answered);
        assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(blocks.expected());
        restart();
        assertThat(storage.height()).isEqualTo(answered);
        assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(expectedAt.get(answered));
    }

    @Test
    @DisplayName("C6: the block after the checkpoint is the next one")
    void goesOnAfterTheCheckpoint() {
        storage.write(put("alice", "1"));
        storage.checkpoint();
        storage.write(put("alice", "lost"));
        restart();
        storage.writeIsRefused(1).contains("1", "2");
        storage.writeIsRefused(3).contains("3", "2");
        storage.write(put("alice", "2"));
        assertThat(storage.checkpoint()).isEqualTo(2);
        restart();
        assertThat(storage.height()).isEqualTo(2);
        assertThat(storage.read("alice")).containsExactly("2");
    }

    @Test
    @DisplayName("C7: an empty block may be checkpointed")
    void anEmptyBlockMayBeCheckpointed() {
        storage.write();
        assertThat(storage.checkpoint()).isOne();
        restart();
        assertThat(storage.height()).isOne();
        storage.write(put("alice", "2"));
        storage.checkpoint();
        storage.write();
        assertThat(storage.checkpoint()).isEqualTo(3);
        restart();
        assertThat(storage.height()).isEqualTo(3);
        assertThat(storage.read("alice")).containsExactly("2");
    }

    @Test
    @DisplayName("C8: keys and values at their limits survive")
    void limitsSurvive() {
        String longKey = "k".repeat(255);
        String longValue = "v".repeat(4095);
        storage.write(put(longKey, longValue), put("k", "v"), put("\0", "\0"), put("kk", longValue));
        storage.checkpoint();
        restart();
        assertThat(storage.read(longKey, "k", "\0", "kk")).containsExactly(longValue, "v", "\0", longValue);
    }

    @Test
    @DisplayName("C9: blocks, checkpoints and restarts made by chance leave what a map would hold")
    void agreesWithAMapOverRestarts() {
        RandomBlocks blocks = new RandomBlocks(400);
        for (int block = 1; block <= 300; block++) {
            storage.write(block == 300 ? blocks.full(80) : blocks.next(80));
            if (blocks.onceIn(10)) {
                storage.checkpoint();
                if (blocks.onceIn(3)) {
                    restart();
                }
                assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(blocks.expected());
            }
        }
        storage.checkpoint();
        restart();
        assertThat(storage.height()).isEqualTo(300);
        assertThat(storage.read(blocks.keys()).getValuesList()).isEqualTo(blocks.expected());
    }

    private void restart() {
        opened = reopen(opened);
        storage = new StateStorageDriver(opened, new StateStorageDriver(opened, 0).heightRead());
    }
}
