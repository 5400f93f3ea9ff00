package ballast.consensus.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The stormy simulation does everything that the port allows and nothing else.
final class SimulatedClusterTest {
    private static final long SEEDS = 400;

    /// A run under this seed only: `-Dseed=17`.
    private static final long FIRST = Long.getLong("seed", 1);

    private static final long COUNT = System.getProperty("seed") == null ? SEEDS : 1;

    @Test
    void keepsThePromisesOfThePortUnderEverySeed() {
        LongStream.range(FIRST, FIRST + COUNT)
                .forEach(seed -> assertThat(ClusterRun.of(seed).violations())
                        .as("seed %d; again with -Dseed=%d", seed, seed)
                        .isEmpty());
    }

    @Test
    void itsCheckerNoticesWhatIsBrokenOnPurpose() {
        Stream.of(
                        FlawedDeliveries.anEntryTwice(),
                        FlawedDeliveries.oneMissing(),
                        FlawedDeliveries.twoSwapped(),
                        FlawedDeliveries.noWordOfWhatWasDropped(),
                        FlawedDeliveries.fromTheStartAfterARestart())
                .forEach(flaw -> assertThat(LongStream.rangeClosed(1, 20)
                                .mapToObj(seed -> ClusterRun.of(seed, flaw))
                                .filter(run -> !run.violations().isEmpty()))
                        .isNotEmpty());
    }

    @Test
    void isAsNastyAsThePortAllows() {
        Set<String> sights = new TreeSet<>();
        LongStream.rangeClosed(1, SEEDS)
                .forEach(seed -> sights.addAll(ClusterRun.of(seed).sights()));
        assertThat(sights)
                .containsExactlyInAnyOrder(
                        "a barrier refused",
                        "installed at the start",
                        "installed between deliveries",
                        "nobody told after a crash",
                        "ordered otherwise than proposed",
                        "rejected",
                        "two replicas think they lead",
                        "unknown, and committed",
                        "unknown, and lost");
    }

    @Test
    void doesTheSameAgainUnderTheSameSeed() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(ClusterRun.of(seed).observed())
                    .as("seed %d", seed)
                    .isEqualTo(ClusterRun.of(seed).observed());
        }
    }

    @Test
    void commitsNothingWithoutAQuorum() {
        SimulatedCluster cluster = SimulatedCluster.calm(3);
        RecordingStateMachine machine = RecordingStateMachine.blank();
        SimulatedReplicatedLog one = cluster.open(0, machine);
        cluster.runUntilIdle();
        assertThat(one.leadership()).isEqualTo(Leadership.UNKNOWN);

        SimulatedReplicatedLog two = cluster.open(1, RecordingStateMachine.blank());
        cluster.runUntilIdle();
        assertThat(one.leadership()).isEqualTo(Leadership.LEADING);
        assertThat(two.leadership()).isEqualTo(Leadership.FOLLOWING);
        assertThat(outcome(cluster, two.propose(bytes("no")))).isInstanceOf(Proposal.Rejected.class);

        CompletableFuture<Proposal> underWay = one.propose(bytes("a")).toCompletableFuture();
        assertThat(cluster.step()).isTrue();
        two.crash();
        cluster.runUntilIdle();
        assertThat(underWay).isNotDone();
        assertThatThrownBy(() -> outcome(cluster, one.readBarrier())).hasCauseInstanceOf(LogUnavailableException.class);
        one.close();
        assertThat(underWay.join()).isInstanceOf(Proposal.Unknown.class);
        assertThat(machine.delivered()).isEmpty();
    }

    @Test
    void anOldLeaderThinksItLeadsUntilItIsTold() {
        SimulatedCluster cluster = SimulatedCluster.calm(3);
        SimulatedReplicatedLog old = cluster.open(0, RecordingStateMachine.blank());
        SimulatedReplicatedLog young = cluster.open(1, RecordingStateMachine.blank());
        cluster.runUntilIdle();
        cluster.elect(young);
        assertThat(old.leadership()).isEqualTo(Leadership.LEADING);

        cluster.runUntilIdle();
        assertThat(old.leadership()).isEqualTo(Leadership.FOLLOWING);
        assertThat(young.leadership()).isEqualTo(Leadership.LEADING);
        assertThat(outcome(cluster, young.propose(bytes("a"))))
                .isEqualTo(new Proposal.Committed(new LogPosition(2, 1)));
    }

    @Test
    void aReplicaBehindForgottenEntriesGetsTheState() {
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        RecordingStateMachine machine = RecordingStateMachine.blank();
        SimulatedReplicatedLog log = cluster.open(0, machine);
        outcome(cluster, log.propose(bytes("a")));
        outcome(cluster, log.propose(bytes("b")));
        log.forgetThrough(new LogPosition(1, 1));
        cluster.runUntilIdle();
        log.crash();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> cluster.open(0, RecordingStateMachine.blank()));
        RecordingStateMachine old = RecordingStateMachine.blank().installingFrom(machine);
        cluster.open(0, old);
        cluster.runUntilIdle();
        assertThat(old.installs()).containsExactly(new LogPosition(1, 1));
        assertThat(old.delivered()).extracting(DeliveredEntry::text).containsExactly("b");
        assertThat(old.state()).isEqualTo(machine.state());
    }

    @Test
    void aMachineThatFailsStopsTheRunWhereItStands() {
        SimulatedCluster cluster = SimulatedCluster.calm(1);
        SimulatedReplicatedLog log =
                cluster.open(0, RecordingStateMachine.blank().onDelivery(entry -> {
                    throw new IllegalStateException("cannot take " + entry.text());
                }));
        log.propose(bytes("a"));
        assertThatThrownBy(cluster::runUntilIdle).hasMessage("cannot take a");
    }

    private static <T> T outcome(SimulatedCluster cluster, CompletionStage<T> stage) {
        cluster.runUntilIdle();
        CompletableFuture<T> future = stage.toCompletableFuture();
        if (!future.isDone()) {
            throw new CompletionException(new IllegalStateException("a stage did not end"));
        }
        return future.join();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
