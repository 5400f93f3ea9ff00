package ballast.statestorage.testing;

import static ballast.statestorage.testing.StateRequests.put;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.statestorage.v1.StateStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class FailingStateStorageTest {
    private static RuntimeException toldTo() {
        return new IllegalStateException("told to fail");
    }

    static Stream<Arguments> storages() {
        return Stream.of(
                Arguments.of(
                        FailingStateStorage.atRead(1, new InMemoryStateStorage(), FailingStateStorageTest::toldTo),
                        List.of("read 1")),
                Arguments.of(
                        FailingStateStorage.atRead(3, new InMemoryStateStorage(), FailingStateStorageTest::toldTo),
                        List.of("read 3")),
                Arguments.of(
                        FailingStateStorage.atWrite(2, new InMemoryStateStorage(), FailingStateStorageTest::toldTo),
                        List.of("write 2")),
                Arguments.of(
                        FailingStateStorage.atCheckpoint(
                                2, new InMemoryStateStorage(), FailingStateStorageTest::toldTo),
                        List.of("checkpoint 2")),
                Arguments.of(
                        new UnavailableStateStorage(FailingStateStorageTest::toldTo),
                        List.of(
                                "read 1",
                                "write 1",
                                "checkpoint 1",
                                "read 2",
                                "write 2",
                                "checkpoint 2",
                                "read 3",
                                "write 3",
                                "checkpoint 3")));
    }

    @ParameterizedTest
    @MethodSource("storages")
    void failsExactlyTheCallsItWasToldTo(StateStorage storage, List<String> expected) {
        List<String> failed = new ArrayList<>();
        long height = 0;
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            noteFailure(storage.readKeys(StateRequests.read("alice")), "read " + ordinal, failed);
            noteFailure(storage.writeKeys(StateRequests.write(++height)), "write " + ordinal, failed);
            height -= failed.contains("write " + ordinal) ? 1 : 0;
            noteFailure(storage.checkpoint(StateRequests.checkpoint(0)), "checkpoint " + ordinal, failed);
        }
        assertThat(failed).containsExactlyElementsOf(expected);
    }

    @Test
    void aFailedWriteHasNoEffectAndMayBeRepeated() {
        InMemoryStateStorage behind = new InMemoryStateStorage();
        FailingStateStorage storage = FailingStateStorage.atWrite(1, behind, FailingStateStorageTest::toldTo);
        List<String> failed = new ArrayList<>();
        noteFailure(storage.writeKeys(StateRequests.write(1, put("alice", "1"))), "first", failed);
        assertThat(behind.values()).isEmpty();
        noteFailure(storage.writeKeys(StateRequests.write(1, put("alice", "1"))), "second", failed);
        assertThat(behind.values()).hasSize(1);
        assertThat(failed).containsExactly("first");
    }

    private static void noteFailure(CompletionStage<?> stage, String call, List<String> failed) {
        stage.whenComplete((answer, failure) -> {
            if (failure != null) {
                assertThat(failure).hasMessage("told to fail");
                failed.add(call);
            }
        });
    }
}
