package ballast.consensus.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedLog;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The rules that hold while a log is open; see the table in [ReplicatedLogContractTest].
abstract class OpenLogRules extends LogContractFixture {
    /// How many deliveries wait for one that must not come.
    private static final int PATIENT = 20;

    @Test
    @DisplayName("R1 every entry is delivered once and in the order of commitment")
    void r1DeliversEachEntryOnceInOrder() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<String> proposed = names("e", FEW);
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, proposed);
        }
        assertThat(texts(machine.delivered())).isEqualTo(proposed);
    }

    @Test
    @DisplayName("R2 the bytes delivered are the bytes proposed")
    void r2KeepsTheBytes() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<ByteBuffer> entries = List.of(
                random(1),
                random(128),
                random(4097),
                random(1 << 20),
                random(ReplicatedLog.ENTRY_BYTES_MAX),
                ByteBuffer.allocate(1000),
                ByteBuffer.allocateDirect(64).put(3, (byte) 7).position(2).limit(9),
                random(32).position(5).slice().asReadOnlyBuffer());
        try (ReplicatedLog log = host.open(machine)) {
            entries.forEach(entry -> committed(log.propose(entry.duplicate())));
        }
        assertThat(machine.delivered().stream().map(DeliveredEntry::bytes)).containsExactlyElementsOf(entries);
    }

    @Test
    @DisplayName("R3 an entry that is empty or too long is refused by an exception")
    void r3RefusesWhatIsNoEntry() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            assertThatIllegalArgumentException().isThrownBy(() -> log.propose(ByteBuffer.allocate(0)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> log.propose(ByteBuffer.allocate(ReplicatedLog.ENTRY_BYTES_MAX + 1)));
            commitEach(log, List.of("after"));
        }
        assertThat(texts(machine.delivered())).containsExactly("after");
    }

    @Test
    @DisplayName("R5 committed is told only after the delivery")
    void r5DeliversBeforeItAnswers() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<String> early = Collections.synchronizedList(new ArrayList<>());
        try (ReplicatedLog log = host.open(machine)) {
            List<CompletionStage<Void>> checks = names("e", FEW).stream()
                    .map(name -> log.propose(bytes(name)).thenAccept(outcome -> {
                        if (!texts(machine.delivered()).contains(name)) {
                            early.add(name);
                        }
                    }))
                    .toList();
            checks.forEach(host::await);
        }
        assertThat(early).as("answered before they were delivered").isEmpty();
    }

    @Test
    @DisplayName("R7 many proposals may be under way")
    void r7CarriesManyProposalsAtOnce() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<String> proposed = names("e", MANY);
        try (ReplicatedLog log = host.open(machine)) {
            List<CompletionStage<Proposal>> outcomes =
                    proposed.stream().map(name -> log.propose(bytes(name))).toList();
            List<LogPosition> positions = outcomes.stream().map(this::committed).toList();
            assertThat(positions).containsExactlyInAnyOrderElementsOf(positions(machine.delivered()));
        }
        assertThat(texts(machine.delivered())).containsExactlyInAnyOrderElementsOf(proposed);
    }

    @Test
    @DisplayName("R8 proposals may come from several threads")
    void r8TakesProposalsFromSeveralThreads() throws InterruptedException {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        List<CompletionStage<Proposal>> outcomes = Collections.synchronizedList(new ArrayList<>());
        try (ReplicatedLog log = host.open(machine)) {
            List<Thread> proposers = names("t", 4).stream()
                    .map(thread -> Thread.ofPlatform()
                            .start(() ->
                                    names(thread, MANY / 4).forEach(name -> outcomes.add(log.propose(bytes(name))))))
                    .toList();
            for (Thread proposer : proposers) {
                proposer.join();
            }
            outcomes.forEach(this::committed);
        }
        assertThat(texts(machine.delivered())).doesNotHaveDuplicates().hasSize(MANY);
    }

    @Test
    @DisplayName("R9 the buffer delivered is read-only")
    void r9LendsABufferThatCannotBeWritten() {
        List<Boolean> readOnly = new ArrayList<>();
        ReplicatedStateMachine machine = new ForwardingStateMachine(RecordingStateMachine.blank()) {
            @Override
            public void deliver(LogPosition position, ByteBuffer entry) {
                readOnly.add(entry.isReadOnly());
            }
        };
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, names("e", FEW));
        }
        assertThat(readOnly).hasSize(FEW).containsOnly(true);
    }

    @Test
    @DisplayName("R10 deliveries do not overlap")
    void r10DeliversOneEntryAtATime() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger entered = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        RecordingStateMachine machine = RecordingStateMachine.blank().onDelivery(entry -> {
            overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
            // The first ones wait for company: on a busy machine two threads do not meet by chance.
            long waitNanos = entered.getAndIncrement() < PATIENT ? 30_000_000 : 50_000;
            for (long begun = System.nanoTime(); !overlapped.get() && System.nanoTime() - begun < waitNanos; ) {
                LockSupport.parkNanos(10_000);
            }
            inside.decrementAndGet();
        });
        try (ReplicatedLog log = host.open(machine)) {
            names("e", MANY).stream()
                    .map(name -> log.propose(bytes(name)))
                    .toList()
                    .forEach(this::committed);
        }
        assertThat(overlapped).isFalse();
    }

    @Test
    @DisplayName("R12 a read barrier delivers nothing")
    void r12DeliversNothingForARead() {
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, List.of("before"));
            names("r", FEW).forEach(read -> host.await(log.readBarrier()));
            commitEach(log, List.of("after"));
        }
        assertThat(texts(machine.delivered())).containsExactly("before", "after");
    }

    @Test
    @DisplayName("R20 a replica that leads says so before it commits")
    void r20AnnouncesThatItLeads() {
        List<List<Leadership>> known = new ArrayList<>();
        RecordingStateMachine machine = RecordingStateMachine.blank();
        machine.onDelivery(entry -> known.add(machine.leaderships()));
        try (ReplicatedLog log = host.open(machine)) {
            commitEach(log, List.of("a"));
            assertThat(log.leadership()).isEqualTo(Leadership.LEADING);
        }
        assertThat(known).hasSize(1);
        assertThat(known.getFirst()).endsWith(Leadership.LEADING);
    }

    @Test
    @DisplayName("R24 the recovered position is asked once each time that the log is opened")
    void r24AsksOnceForWhatWasRecovered() {
        AtomicInteger asked = new AtomicInteger();
        RecordingStateMachine machine = RecordingStateMachine.blank();
        try (ReplicatedLog log = host.open(new ForwardingStateMachine(machine) {
            @Override
            public LogPosition recovered() {
                asked.incrementAndGet();
                return super.recovered();
            }
        })) {
            commitEach(log, names("e", FEW));
        }
        assertThat(asked).hasValue(1);
    }
}
