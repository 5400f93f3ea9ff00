package ballast.consensus.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/// The well-behaved log that neighbours test with.
final class SimulatedReplicatedLogTest {
    private final RecordingStateMachine machine = RecordingStateMachine.blank();

    @Test
    void anImmediateLogLeadsFromTheStartAndCommitsBeforeProposeReturns() {
        try (SimulatedReplicatedLog log = SimulatedReplicatedLog.immediate(machine)) {
            assertThat(log.leadership()).isEqualTo(Leadership.LEADING);
            assertThat(machine.leaderships()).containsExactly(Leadership.LEADING);

            assertThat(outcome(log.propose(bytes("a")))).isEqualTo(new Proposal.Committed(new LogPosition(1, 1)));
            assertThat(outcome(log.propose(bytes("b")))).isEqualTo(new Proposal.Committed(new LogPosition(1, 2)));
            assertThat(texts(machine.delivered())).containsExactly("a", "b");
            assertThat(log.readBarrier().toCompletableFuture()).isCompleted();
        }
    }

    @Test
    void aProposalMadeDuringADeliveryWaitsItsTurn() {
        List<CompletionStage<Proposal>> inner = new ArrayList<>();
        List<String> order = new ArrayList<>();
        try (SimulatedReplicatedLog log = SimulatedReplicatedLog.immediate(machine)) {
            machine.onDelivery(entry -> {
                order.add("begin " + entry.text());
                if (entry.text().equals("outer")) {
                    inner.add(log.propose(bytes("inner")));
                }
                order.add("end " + entry.text());
            });
            CompletableFuture<Proposal> outer = log.propose(bytes("outer")).toCompletableFuture();

            assertThat(outer).isCompleted();
            assertThat(inner.getFirst().toCompletableFuture()).isCompleted();
        }
        assertThat(order).containsExactly("begin outer", "end outer", "begin inner", "end inner");
    }

    @Test
    void aLogOnAnExecutorDoesNothingOnTheProposersThread() {
        Deque<Runnable> tasks = new ArrayDeque<>();
        try (SimulatedReplicatedLog log = SimulatedReplicatedLog.calm(machine, tasks::add)) {
            CompletableFuture<Proposal> outcome = log.propose(bytes("a")).toCompletableFuture();
            assertThat(tasks).as("one driver however much is asked").hasSize(1);
            assertThat(outcome).isNotDone();

            tasks.remove().run();
            assertThat(outcome).isCompletedWithValue(new Proposal.Committed(new LogPosition(1, 1)));
        }
    }

    @Test
    void aSteppedLogDoesNothingUntilItIsStepped() {
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        try (SimulatedReplicatedLog log = cluster.open(0, machine)) {
            CompletableFuture<Proposal> outcome = log.propose(bytes("a")).toCompletableFuture();
            assertThat(outcome).isNotDone();
            assertThat(machine.delivered()).isEmpty();

            cluster.runUntilIdle();
            assertThat(outcome).isCompletedWithValue(new Proposal.Committed(new LogPosition(1, 1)));
            assertThat(cluster.step()).as("anything left to happen").isFalse();
        }
    }

    @Test
    void theLentBufferIsWorthlessAfterTheCall() {
        List<ByteBuffer> kept = new ArrayList<>();
        RecordingStateMachine careless = RecordingStateMachine.blank();
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        try (SimulatedReplicatedLog log = cluster.open(0, new ForwardingStateMachine(careless) {
            @Override
            public void deliver(LogPosition position, ByteBuffer entry) {
                assertThat(entry.isReadOnly()).isTrue();
                kept.add(entry.duplicate());
                super.deliver(position, entry);
            }
        })) {
            var outcome = log.propose(bytes("a"));
            cluster.runUntilIdle();
            assertThat(outcome(outcome)).isInstanceOf(Proposal.Committed.class);
        }
        assertThat(careless.delivered().getFirst().text()).isEqualTo("a");
        assertThat(kept.getFirst()).isNotEqualTo(bytes("a"));
    }

    @Test
    void aCrashedReplicaTellsNobodyAndItsProposalMayStillBeCommitted() {
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        SimulatedReplicatedLog log = cluster.open(0, machine);
        cluster.runUntilIdle();
        CompletableFuture<Proposal> outcome = log.propose(bytes("a")).toCompletableFuture();
        assertThat(cluster.step()).as("accepted").isTrue();
        log.crash();

        RecordingStateMachine again = machine.restarted(LogPosition.START);
        try (SimulatedReplicatedLog reopened = cluster.open(0, again)) {
            cluster.runUntilIdle();
            assertThat(reopened.leadership()).isEqualTo(Leadership.LEADING);
        }
        assertThat(outcome).isNotDone();
        assertThat(texts(again.delivered())).containsExactly("a");
    }

    @Test
    void refusesToOpenTwiceAndToServeAMachineThatKnowsMoreThanTheLog() {
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        RecordingStateMachine ahead = machine.restarted(LogPosition.START);
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.open(0, new ForwardingStateMachine(ahead) {
                    @Override
                    public LogPosition recovered() {
                        return new LogPosition(1, 7);
                    }
                }))
                .withMessageContaining("never held");
        try (SimulatedReplicatedLog log = cluster.open(0, machine)) {
            assertThat(log.replica()).isZero();
            assertThatIllegalStateException()
                    .isThrownBy(() -> cluster.open(0, RecordingStateMachine.blank()))
                    .withMessageContaining("already open");
        }
    }

    private static Proposal outcome(CompletionStage<Proposal> stage) {
        return stage.toCompletableFuture().join();
    }

    private static List<String> texts(List<DeliveredEntry> entries) {
        return entries.stream().map(DeliveredEntry::text).toList();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
