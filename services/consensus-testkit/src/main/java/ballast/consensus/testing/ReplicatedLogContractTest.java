package ballast.consensus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What every [ReplicatedLog] promises, seen from one replica that nothing disturbs. An implementation passes by
/// extending this class and giving it a place for a log to live.
///
/// | Rule | Promise |
/// |---|---|
/// | R1 | every entry is delivered once, none is left out, and none comes before one that was committed earlier |
/// | R2 | the bytes delivered are the bytes proposed, from one to `ENTRY_BYTES_MAX`, from any kind of buffer |
/// | R3 | an empty entry and one over the maximum are refused by an exception, and never delivered |
/// | R4 | after the answer the buffer is the proposer's again |
/// | R5 | `Committed` is told only after the delivery |
/// | R6 | `Committed` names the position of the delivery; indexes grow, terms do not fall |
/// | R7 | many proposals may be under way, and each is answered with a delivery of its own |
/// | R8 | proposals may come from several threads |
/// | R9 | the buffer delivered is read-only |
/// | R10 | deliveries do not overlap |
/// | R11 | a read barrier waits for everything committed before it, by an earlier process too |
/// | R12 | a read barrier delivers nothing |
/// | R13 | a restart delivers what comes after the recovered position, wherever that is, and nothing else |
/// | R14 | an entry has the same position in every delivery, and new entries come after all old ones |
/// | R15 | what was committed is there after a restart; what was unknown is there once or not at all |
/// | R16 | a machine that recovered what was forgotten goes on without it |
/// | R17 | a machine that is older than what was dropped is told to install it, once, before the first delivery |
/// | R18 | a machine that cannot install keeps the log from opening, and spoils nothing |
/// | R19 | forgetting again, or going back, is harmless |
/// | R20 | a replica that leads says so, to the machine and to whoever asks, before it commits |
/// | R21 | a closed log refuses proposals, fails barriers and delivers nothing |
/// | R22 | closing ends every stage under way, as committed only if the entry was delivered |
/// | R23 | closing twice is harmless |
/// | R24 | the recovered position is asked once each time that the log is opened |
public abstract class ReplicatedLogContractTest extends OpenLogRules {
    @Test
    @DisplayName("R4 after the answer the buffer is the proposer's again")
    void r4ReadsTheBufferOnlyUntilTheAnswer() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            ByteBuffer reused = bytes("first");
            committed(log.propose(reused));
            reused.duplicate().put(bytes("XXXXX"));
            commitEach(log, List.of("second"));
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(again)) {
            host.await(log.readBarrier());
        }
        assertThat(texts(again.delivered()))
                .isEqualTo(texts(machine.delivered()))
                .containsExactly("first", "second");
    }

    @Test
    @DisplayName("R6 committed names the position of the delivery; indexes grow, terms do not fall")
    void r6AnswersWithThePositionOfTheDelivery() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<LogPosition> answered = new ArrayList<>();
        try (ReplicatedLog log = host.open(machine)) {
            answered.addAll(commitEach(log, names("a", FEW)));
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(again)) {
            answered.addAll(commitEach(log, names("b", FEW)));
        }
        assertThat(positions(again.delivered())).isEqualTo(answered);
        for (int i = 1; i < answered.size(); i++) {
            assertThat(answered.get(i).index())
                    .isGreaterThan(answered.get(i - 1).index());
            assertThat(answered.get(i).term())
                    .isGreaterThanOrEqualTo(answered.get(i - 1).term());
        }
        assertThat(answered.getFirst()).isGreaterThan(LogPosition.START);
    }

    @Test
    @DisplayName("R11 a read barrier waits for everything committed before it")
    void r11ShowsWhatWasCommittedBeforeTheRead() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, names("e", FEW));
            host.await(log.readBarrier());
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(again)) {
            List<String> seen = new ArrayList<>();
            host.await(log.readBarrier().thenAccept(passed -> seen.addAll(texts(again.delivered()))));
            assertThat(seen).isEqualTo(names("e", FEW));
        }
    }

    @Test
    @DisplayName("R13 a restart delivers exactly what comes after the recovered position")
    void r13RedeliversWhatTheMachineLacks() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, names("e", FEW));
        }
        for (LogPosition recovered : withStart(positions(machine.delivered()))) {
            RecordingStateMachine again = machine.restarted(recovered);
            try (ReplicatedLog log = host.open(again)) {
                host.await(log.readBarrier());
            }
            assertThat(again.state()).as("recovered %s", recovered).isEqualTo(machine.state());
            assertThat(again.installs()).isEmpty();
        }
    }

    @Test
    @DisplayName("R14 an entry keeps its position, and new entries come after all old ones")
    void r14KeepsPositionsOverRestarts() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        RecordingStateMachine last = machine;
        for (int life = 0; life < 3; life++) {
            last = RecordingStateMachine.blank();
            try (ReplicatedLog log = host.open(last)) {
                commitEach(log, names("life" + life + "-", 2));
            }
            assertThat(last.delivered().subList(0, 2 * life)).isEqualTo(machine.delivered());
            machine = last;
        }
        assertThat(texts(last.delivered()))
                .containsExactly("life0-0", "life0-1", "life1-0", "life1-1", "life2-0", "life2-1");
    }

    @Test
    @DisplayName("R15 what was committed is there after a restart, what was unknown once or not at all")
    void r15LosesNothingCommitted() {
        List<CompletionStage<Proposal>> outcomes = new ArrayList<>();
        try (ReplicatedLog log = host.open(RecordingStateMachine.blank())) {
            names("e", MANY).forEach(name -> outcomes.add(log.propose(bytes(name))));
            host.work(() -> outcomes.get(MANY / 10).toCompletableFuture().isDone());
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(again)) {
            host.await(log.readBarrier());
        }
        List<String> found = texts(again.delivered());
        assertThat(found).doesNotHaveDuplicates().isSubsetOf(names("e", MANY));
        for (int i = 0; i < MANY; i++) {
            switch (host.await(outcomes.get(i))) {
                case Proposal.Committed committed -> assertThat(found).contains("e" + i);
                case Proposal.Rejected rejected -> assertThat(found).doesNotContain("e" + i);
                case Proposal.Unknown unknown -> {}
            }
        }
    }

    @Test
    @DisplayName("R16 a machine that recovered what was forgotten goes on without it")
    void r16GoesOnAfterForgetting() {
        RecordingStateMachine machine = filledAndForgotten();
        RecordingStateMachine again = machine.restarted(machine.position());
        try (ReplicatedLog log = host.open(again)) {
            commitEach(log, List.of("after"));
        }
        assertThat(again.installs()).isEmpty();
        assertThat(texts(again.delivered())).containsExactly("after");
    }

    @Test
    @DisplayName("R17 a machine that is older than what was dropped is told to install it")
    void r17TellsAnOldMachineToInstall() {
        RecordingStateMachine machine = filledAndForgotten();
        List<Integer> installsAtDelivery = new ArrayList<>();
        RecordingStateMachine old =
                machine.restarted(machine.delivered().getFirst().position()).installingFrom(machine);
        old.onDelivery(entry -> installsAtDelivery.add(old.installs().size()));
        try (ReplicatedLog log = host.open(old)) {
            commitEach(log, List.of("after"));
        }
        assertThat(old.installs()).hasSize(1);
        assertThat(old.installs().getFirst()).isGreaterThan(old.recovered()).isLessThanOrEqualTo(machine.position());
        assertThat(installsAtDelivery).containsOnly(1);
        assertThat(old.state().subList(0, machine.state().size())).isEqualTo(machine.state());
        assertThat(old.state().getLast().text()).isEqualTo("after");
    }

    @Test
    @DisplayName("R18 a machine that cannot install keeps the log from opening, and spoils nothing")
    void r18DoesNotOpenWithoutTheState() {
        RecordingStateMachine machine = filledAndForgotten();
        RecordingStateMachine lost = RecordingStateMachine.blank();
        assertThatThrownBy(() -> host.open(lost)).isInstanceOf(IllegalStateException.class);
        assertThat(lost.delivered()).isEmpty();

        RecordingStateMachine again = machine.restarted(machine.position());
        try (ReplicatedLog log = host.open(again)) {
            commitEach(log, List.of("after"));
        }
        assertThat(again.state()).hasSize(machine.state().size() + 1);
    }

    @Test
    @DisplayName("R19 forgetting again, or going back, is harmless")
    void r19TakesForgettingLightly() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            List<LogPosition> positions = commitEach(log, names("e", FEW));
            log.forgetThrough(LogPosition.START);
            log.forgetThrough(positions.get(2));
            log.forgetThrough(positions.get(2));
            log.forgetThrough(positions.get(0));
            commitEach(log, List.of("after"));
        }
        RecordingStateMachine again =
                machine.restarted(machine.delivered().get(2).position());
        try (ReplicatedLog log = host.open(again)) {
            host.await(log.readBarrier());
        }
        assertThat(again.state()).isEqualTo(machine.state());
        assertThat(again.installs()).isEmpty();
    }

    @Test
    @DisplayName("R21 a closed log refuses proposals, fails barriers and delivers nothing")
    void r21DoesNothingAfterClosing() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        ReplicatedLog log = host.open(machine);
        commitEach(log, names("e", FEW));
        log.close();

        assertThat(host.await(log.propose(bytes("late")))).isNotInstanceOf(Proposal.Committed.class);
        assertThatThrownBy(() -> host.await(log.readBarrier())).hasCauseInstanceOf(LogUnavailableException.class);
        try (ReplicatedLog next = host.open(RecordingStateMachine.blank())) {
            commitEach(next, List.of("next"));
        }
        assertThat(texts(machine.delivered())).isEqualTo(names("e", FEW));
    }

    @Test
    @DisplayName("R22 closing ends every stage under way, as committed only if the entry was delivered")
    void r22EndsWhatIsUnderWay() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<CompletionStage<Proposal>> outcomes;
        CompletionStage<Void> read;
        try (ReplicatedLog log = host.open(machine)) {
            outcomes = names("e", MANY).stream()
                    .map(name -> log.propose(bytes(name)))
                    .toList();
            read = log.readBarrier();
        }
        assertThat(read.toCompletableFuture()).isDone();
        for (int i = 0; i < MANY; i++) {
            assertThat(outcomes.get(i).toCompletableFuture())
                    .as("proposal %d", i)
                    .isDone();
            if (host.await(outcomes.get(i)) instanceof Proposal.Committed) {
                assertThat(texts(machine.delivered())).contains("e" + i);
            }
        }
    }

    @Test
    @DisplayName("R23 closing twice is harmless")
    void r23ClosesTwice() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        ReplicatedLog log = host.open(machine);
        commitEach(log, List.of("a"));
        log.close();
        assertThatCode(log::close).doesNotThrowAnyException();
    }

    /// A machine whose log has been filled, has forgotten all of it, and is closed.
    private RecordingStateMachine filledAndForgotten() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            committed(log.propose(bytes("first")));
            for (int filled = 0; filled < 2 * LogHost.FORGET_BYTES; filled += 1000) {
                committed(log.propose(random(1000)));
            }
            log.forgetThrough(machine.position());
            host.await(log.readBarrier());
        }
        return machine;
    }

    private static List<LogPosition> withStart(List<LogPosition> positions) {
        List<LogPosition> all = new ArrayList<>(positions);
        all.addFirst(LogPosition.START);
        return all;
    }
}
