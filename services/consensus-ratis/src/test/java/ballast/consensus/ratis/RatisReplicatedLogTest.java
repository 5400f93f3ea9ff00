package ballast.consensus.ratis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.LogUnavailableException;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedStateMachine;
import ballast.consensus.testing.DeliveredEntry;
import ballast.consensus.testing.RecordingStateMachine;
import ballast.guard.FailPoint;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ratis.proto.RaftProtos.GroupListRequestProto;
import org.apache.ratis.proto.grpc.AdminProtocolServiceGrpc;
import org.apache.ratis.thirdparty.io.grpc.ManagedChannel;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.apache.ratis.thirdparty.io.grpc.StatusRuntimeException;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyChannelBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the log on Ratis does beyond the contract.
@Timeout(120)
final class RatisReplicatedLogTest {
    @TempDir
    private Path directory;

    private final RecordingStateMachine machine = RecordingStateMachine.blank();

    @Test
    void aDirectoryBelongsToOneLog() {
        try (RatisReplicatedLog log = open(machine)) {
            assertThat(log.leadership()).isEqualTo(Leadership.LEADING);
            assertThatThrownBy(() -> open(RecordingStateMachine.blank()))
                    .isInstanceOf(LogInUseException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use");
        }
        assertThat(machine.failures()).isEmpty();
    }

    @Test
    void groupsLiveSideBySide() {
        RatisOptions other = new RatisOptions(7, "n1", 4096, Duration.ofSeconds(30), Duration.ofSeconds(60));
        RecordingStateMachine others = RecordingStateMachine.blank();
        try (RatisReplicatedLog log = open(machine);
                RatisReplicatedLog second = RatisReplicatedLog.open(directory, other, others, FailPoints.disarmed())) {
            commit(log, "a");
            commit(second, "b");
        }
        assertThat(machine.delivered()).extracting(DeliveredEntry::text).containsExactly("a");
        assertThat(others.delivered()).extracting(DeliveredEntry::text).containsExactly("b");
    }

    @Test
    void nobodyCallsItOverTheNetwork() throws InterruptedException {
        try (RatisReplicatedLog log = open(machine)) {
            ManagedChannel channel = NettyChannelBuilder.forAddress(
                            "127.0.0.1", log.address().getPort())
                    .usePlaintext()
                    .build();
            assertThatThrownBy(() -> AdminProtocolServiceGrpc.newBlockingStub(channel)
                            .groupList(GroupListRequestProto.getDefaultInstance()))
                    .isInstanceOfSatisfying(
                            StatusRuntimeException.class,
                            refused ->
                                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
            assertThat(channel.shutdownNow().awaitTermination(30, TimeUnit.SECONDS))
                    .isTrue();
        }
    }

    @Test
    void aBusyMachineHoldsUpNeitherProposersNorTheDisk() throws InterruptedException {
        Semaphore free = new Semaphore(0);
        machine.onDelivery(entry -> free.acquireUninterruptibly());
        try (RatisReplicatedLog log = open(machine)) {
            List<CompletableFuture<Proposal>> outcomes = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                outcomes.add(propose(log, "e" + i));
            }
            assertThat(outcomes).noneMatch(CompletableFuture::isDone);
            free.release(50);
            outcomes.forEach(outcome -> assertThat(outcome.join()).isInstanceOf(Proposal.Committed.class));
        }
    }

    @Test
    void takesSoManyProposalsAndRejectsTheNext() {
        Semaphore free = new Semaphore(0);
        machine.onDelivery(entry -> free.acquireUninterruptibly());
        try (RatisReplicatedLog log = open(machine)) {
            List<CompletableFuture<Proposal>> taken = new ArrayList<>();
            for (int i = 0; i < RatisSettings.PROPOSALS_MAX; i++) {
                taken.add(propose(log, "e" + i));
            }
            assertThat(propose(log, "one too many").join()).isInstanceOf(Proposal.Rejected.class);

            free.release(RatisSettings.PROPOSALS_MAX + 1);
            taken.forEach(outcome -> assertThat(outcome.join()).isInstanceOf(Proposal.Committed.class));
            commit(log, "there is room again");
        }
        assertThat(machine.delivered()).hasSize(RatisSettings.PROPOSALS_MAX + 1);
    }

    @Test
    void aProposerHearsUnknownInTimeAndTheEntryMayStillCome() {
        Semaphore free = new Semaphore(0);
        CountDownLatch both = new CountDownLatch(2);
        machine.onDelivery(entry -> {
            free.acquireUninterruptibly();
            both.countDown();
        });
        RatisOptions impatient = RatisOptions.defaults().withProposalTimeout(Duration.ofMillis(50));
        try (RatisReplicatedLog log = RatisReplicatedLog.open(directory, impatient, machine, FailPoints.disarmed())) {
            assertThat(propose(log, "slow").join()).isInstanceOf(Proposal.Unknown.class);
            free.release(2);
            assertThat(propose(log, "next").join()).isNotInstanceOf(Proposal.Rejected.class);
            await(both); // closing ends what waits for the disk
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        open(again).close();
        assertThat(again.delivered()).extracting(DeliveredEntry::text).containsExactly("slow", "next");
    }

    @Test
    void aBarrierThroughTheLogTakesAPlaceThatNobodyIsTold() {
        try (RatisReplicatedLog log = open(machine)) {
            LogPosition before = commit(log, "before");
            log.barrierEntry().toCompletableFuture().join();
            LogPosition after = commit(log, "after");
            assertThat(after.index()).isEqualTo(before.index() + 2);
        }
        RecordingStateMachine again = RecordingStateMachine.blank();
        try (RatisReplicatedLog log = open(again)) {
            CompletableFuture<Void> read = log.barrierEntry().toCompletableFuture();
            assertThat(again.delivered()).isEqualTo(machine.delivered());
            read.join();
        }
        assertThat(again.delivered()).extracting(DeliveredEntry::text).containsExactly("before", "after");
    }

    @Test
    void passesItsFailPointsInTheOrderOfABlock() {
        List<String> passed = Collections.synchronizedList(new ArrayList<>());
        machine.onDelivery(entry -> passed.add("deliver " + entry.text()));
        CountDownLatch forgotten = new CountDownLatch(1);
        FailPoints failPoints = point -> {
            passed.add(point.name());
            if (point == FailPoint.AFTER_LOG_FORGET) {
                forgotten.countDown();
            }
        };
        try (RatisReplicatedLog log = RatisReplicatedLog.open(directory, RatisLogHost.patient(), machine, failPoints)) {
            log.forgetThrough(commit(log, "a"));
            await(forgotten);
        }
        assertThat(passed).containsExactly("BEFORE_LOG_FSYNC", "AFTER_LOG_FSYNC", "deliver a", "AFTER_LOG_FORGET");

        passed.clear();
        RecordingStateMachine again = RecordingStateMachine.blank().onDelivery(entry -> passed.add(entry.text()));
        RatisReplicatedLog.open(directory, RatisLogHost.patient(), again, failPoints)
                .close();
        assertThat(passed).as("an old entry is not forced again").containsExactly("a");
    }

    @Test
    void aFailedForceIsTheEndOfTheLog() {
        AtomicBoolean broken = new AtomicBoolean();
        try (RatisReplicatedLog log = RatisReplicatedLog.open(
                directory, RatisLogHost.patient(), machine, point -> failForce(point, broken))) {
            commit(log, "good");
            broken.set(true);
            assertThat(propose(log, "lost").join()).isInstanceOf(Proposal.Unknown.class);
            assertThat(machine.failures()).hasSize(1);
            assertThat(machine.failures().getFirst()).hasStackTraceContaining("the disk is gone");

            broken.set(false);
            assertThat(propose(log, "late").join()).isInstanceOf(Proposal.Rejected.class);
            assertThatThrownBy(() -> log.readBarrier().toCompletableFuture().join())
                    .hasCauseInstanceOf(LogUnavailableException.class);
        }
        assertThat(machine.failures()).hasSize(1);

        RecordingStateMachine again = RecordingStateMachine.blank();
        try (RatisReplicatedLog log = open(again)) {
            commit(log, "after");
        }
        assertThat(again.delivered())
                .extracting(DeliveredEntry::text)
                .startsWith("good")
                .endsWith("after");
    }

    @Test
    void aMachineThatThrowsIsTheEndOfTheLogToo() {
        machine.onDelivery(entry -> {
            throw new IllegalStateException("cannot take " + entry.text());
        });
        try (RatisReplicatedLog log = open(machine)) {
            assertThat(propose(log, "a").join()).isInstanceOf(Proposal.Unknown.class);
            assertThat(machine.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).hasMessage("cannot take a"));
            assertThat(propose(log, "b").join()).isInstanceOf(Proposal.Rejected.class);
        }
        assertThatThrownBy(() -> open(machine))
                .as("the entry is still there, and so is the machine")
                .isInstanceOf(LogOpenException.class)
                .hasMessageContaining("cannot take a");
    }

    private static void failForce(FailPoint point, AtomicBoolean broken) {
        if (point == FailPoint.BEFORE_LOG_FSYNC && broken.get()) {
            throw new UncheckedIOException(new IOException("the disk is gone"));
        }
    }

    private RatisReplicatedLog open(ReplicatedStateMachine it) {
        return RatisReplicatedLog.open(directory, RatisLogHost.patient(), it, FailPoints.disarmed());
    }

    private static LogPosition commit(RatisReplicatedLog log, String text) {
        return ((Proposal.Committed) propose(log, text).join()).position();
    }

    private static CompletableFuture<Proposal> propose(RatisReplicatedLog log, String text) {
        CompletionStage<Proposal> outcome = log.propose(ByteBuffer.wrap(text.getBytes(UTF_8)));
        return outcome.toCompletableFuture();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
