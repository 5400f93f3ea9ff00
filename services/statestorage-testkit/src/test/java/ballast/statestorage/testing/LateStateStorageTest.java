package ballast.statestorage.testing;

import static ballast.statestorage.testing.StateRequests.put;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LateStateStorageTest {
    @Test
    void actsAtOnceAndAnswersInOrderWhenTold() {
        InMemoryStateStorage behind = new InMemoryStateStorage();
        LateStateStorage storage = new LateStateStorage(behind);
        List<String> answers = new ArrayList<>();
        storage.writeKeys(StateRequests.write(1, put("alice", "1")))
                .thenAccept(done -> answers.add("write " + done.getHeight()));
        storage.readKeys(StateRequests.read("alice"))
                .thenAccept(done -> answers.add("read " + done.getValues(0).toStringUtf8()));
        storage.checkpoint(StateRequests.checkpoint(1))
                .thenAccept(done -> answers.add("checkpoint " + done.getHeight()));
        assertThat(behind.height()).isOne();
        assertThat(answers).isEmpty();
        assertThat(storage.answerNext()).isTrue();
        assertThat(answers).containsExactly("write 1");
        assertThat(storage.answerNext()).isTrue();
        assertThat(storage.answerNext()).isTrue();
        assertThat(storage.answerNext()).isFalse();
        assertThat(answers).containsExactly("write 1", "read 1", "checkpoint 0");
    }
}
