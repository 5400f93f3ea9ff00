package ballast.virtualmachine.spec;

import static ballast.virtualmachine.testing.Messages.balanceOf;
import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static ballast.virtualmachine.testing.Messages.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.consensus.testing.SimulatedCluster;
import ballast.guard.FailPoints;
import ballast.guard.InvariantViolation;
import ballast.guard.ServiceFailure;
import ballast.journal.Journal;
import ballast.statestorage.testing.CheckpointingStateStorage;
import ballast.statestorage.testing.FailingStateStorage;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.protocol.v1.Outcome;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import ballast.virtualmachine.JournalReplay;
import ballast.virtualmachine.VirtualMachineException;
import ballast.virtualmachine.VirtualMachineOptions.Checkpoints;
import ballast.virtualmachine.testing.Messages;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VirtualMachineSpec {
    private static final long SECONDS_MAX = 60;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    @Test
    void givesManyThreadsWithOneIdOneEffectAndOneAnswer() throws Exception {
        try (var running = RunningMachine.calm(folder, new InMemoryStateStorage());
                var callers = Executors.newFixedThreadPool(8)) {
            var calls = IntStream.range(0, 100)
                    .mapToObj(call -> callers.submit(() -> transferred(running, 1, 17)))
                    .toList();
            for (var call : calls) {
                assertThat(call.get(SECONDS_MAX, TimeUnit.SECONDS))
                        .isEqualTo(calls.getFirst().get());
            }
            assertThat(balance(running, "user1")).isEqualTo(-17);
            assertThat(running.machine().status().position()).isOne();
        }
    }

    @Test
    void answersManyCallersOverManyBlocksAndCheckpoints() throws Exception {
        var options = RunningMachine.patient().with(new Checkpoints(5, 1 << 20));
        var state = new CheckpointingStateStorage();
        try (var running =
                        RunningMachine.open(folder, state, SimulatedCluster.calm(1), options, FailPoints.disarmed());
                var callers = Executors.newFixedThreadPool(4)) {
            var calls = IntStream.rangeClosed(1, 400)
                    .mapToObj(number -> callers.submit(() -> transferred(running, number, 1)))
                    .toList();
            for (var call : calls) {
                assertThat(call.get(SECONDS_MAX, TimeUnit.SECONDS).hasCommitted())
                        .isTrue();
            }
            assertThat(balance(running, "user2")).isEqualTo(400);
            RunningMachine.await(() -> running.machine().status().checkpointHeight() > 0);
        }
        assertThat(state.durableHeight())
                .describedAs("closing keeps everything")
                .isPositive();
    }

    @Test
    void hasEverythingThatItAnsweredAfterARestart() throws Exception {
        var state = new CheckpointingStateStorage();
        var cluster = SimulatedCluster.calm(1);
        var answers = new ArrayList<Outcome>();
        try (var running = open(cluster, state)) {
            for (int number = 1; number <= 10; number++) {
                answers.add(transferred(running, number, number));
            }
        }
        state.crash();
        try (var running = open(cluster, state)) {
            assertThat(balance(running, "user2")).isEqualTo(55);
            for (int number = 1; number <= 10; number++) {
                assertThat(transferred(running, number, number)).isEqualTo(answers.get(number - 1));
            }
            assertThat(transferred(running, 11, 1).getPosition()).isEqualTo(11);
        }
    }

    @Test
    void executesAgainWhatTheStateLostAndComparesItWithTheJournal() throws Exception {
        var cluster = SimulatedCluster.calm(1);
        var state = new InMemoryStateStorage();
        try (var running = open(cluster, state)) {
            for (int number = 1; number <= 10; number++) {
                transferred(running, number, number);
            }
        }
        try (var running = open(cluster, new InMemoryStateStorage())) {
            assertThat(balance(running, "user2")).isEqualTo(55);
            assertThat(running.machine().status().position()).isEqualTo(10);
            assertThat(running.failures()).isEmpty();
        }
    }

    @Test
    void stopsWhenTheJournalIsOfAnotherHistory() throws Exception {
        try (var running = open(SimulatedCluster.calm(1), new InMemoryStateStorage())) {
            transferred(running, 1, 17);
        }
        try (var running = open(SimulatedCluster.calm(1), new InMemoryStateStorage())) {
            var call = process(running, 2, 18);
            assertUnknown(call);
            RunningMachine.await(() -> !running.failures().isEmpty());
            assertThat(running.failures())
                    .hasSize(1)
                    .first()
                    .isInstanceOf(InvariantViolation.class)
                    .asString()
                    .contains("block 1 differs from the journal's");
        }
    }

    @Test
    void writesTheSameJournalOnTwoReplicas() throws Exception {
        var cluster = SimulatedCluster.calm(1);
        try (var running = open(cluster, new InMemoryStateStorage())) {
            var calls = new ArrayList<CompletableFuture<?>>();
            for (int number = 1; number <= 200; number++) {
                calls.add(process(running, number % 150, number % 2));
            }
            for (var call : calls) {
                call.get(SECONDS_MAX, TimeUnit.SECONDS);
            }
        }
        var other = folder.resolve("other");
        try (var running = RunningMachine.calmOn(cluster, other, new InMemoryStateStorage())) {
            assertThat(balance(running, "user2")).isEqualTo(75);
        }
        assertThat(blocks(other)).isEqualTo(blocks(folder)).isNotEmpty();
    }

    @Test
    void leavesAJournalThatExecutesAgainToTheSameDigest() throws Exception {
        String digest;
        try (var running = open(SimulatedCluster.calm(1), new InMemoryStateStorage())) {
            for (int number = 1; number <= 10; number++) {
                transferred(running, number, number % 4);
            }
            digest = running.machine().status().stateDigest().toString();
        }
        var digests = new ArrayList<String>();
        var verification = Journal.verify(folder.resolve("journal"), entries -> {
            var replay = new JournalReplay(new InMemoryStateStorage(), 10_000, entries);
            return (block, hash) -> {
                assertThat(replay.replay(block)).isEmpty();
                digests.add(replay.stateDigest().toString());
            };
        });
        assertThat(verification.height()).isEqualTo(digests.size());
        assertThat(digests.getLast()).isEqualTo(digest);
    }

    @Test
    void endsWhenTheStateFailsAndTellsItsOwnerOnce() throws Exception {
        var state = FailingStateStorage.atWrite(
                2, new InMemoryStateStorage(), () -> new IllegalStateException("no memory"));
        try (var running = open(SimulatedCluster.calm(1), state)) {
            transferred(running, 1, 1);
            assertUnknown(process(running, 2, 1));
            RunningMachine.await(() -> !running.failures().isEmpty());
            assertThat(running.failures())
                    .hasSize(1)
                    .first()
                    .isInstanceOf(VirtualMachineException.class)
                    .asString()
                    .contains("writing block 2 to the state failed");
            assertThat(process(running, 3, 1)).isCompletedExceptionally();
            assertThat(running.machine().status().ready()).isFalse();
        }
    }

    @Test
    void endsWhenTheLogFails() {
        try (var running = open(SimulatedCluster.calm(1), new InMemoryStateStorage())) {
            running.machine().logFailed(new IOException("input/output error"));
            RunningMachine.await(() -> !running.failures().isEmpty());
            assertThat(running.failures().getFirst()).hasMessage("the log failed");
        }
    }

    @Test
    void refusesToSkipEntries() {
        try (var running = open(SimulatedCluster.calm(1), new InMemoryStateStorage())) {
            assertThatExceptionOfType(VirtualMachineException.class)
                    .isThrownBy(() -> running.machine().install(new LogPosition(1, 9)))
                    .withMessageContaining("the log begins after");
        }
    }

    @Test
    void endsItsThreadEvenWhenTheCloserIsInterrupted() {
        var busy = new CountDownLatch(1);
        FailPoints waits = point -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        var options = RunningMachine.patient();
        try (var running =
                RunningMachine.open(folder, new InMemoryStateStorage(), SimulatedCluster.calm(1), options, waits)) {
            var call = process(running, 1, 1);
            Thread.currentThread().interrupt();
            running.machine().close();
            assertThat(Thread.interrupted()).describedAs("stays interrupted").isTrue();
            busy.countDown();
            running.machine().close();
            assertThat(call).describedAs("it was under way").isCompleted();
            assertThat(process(running, 2, 1)).isCompletedExceptionally();
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("virtual-machine");
        }
    }

    private RunningMachine open(SimulatedCluster cluster, StateStorage state) {
        return RunningMachine.calmOn(cluster, folder, state);
    }

    private static CompletableFuture<ProcessTransactionResponse> process(
            RunningMachine running, long number, long amount) {
        return running.machine()
                .processTransaction(Messages.request(transaction(id(number), transfer("user1", "user2", amount))))
                .toCompletableFuture();
    }

    private static Outcome transferred(RunningMachine running, long number, long amount) throws Exception {
        return process(running, number, amount)
                .get(SECONDS_MAX, TimeUnit.SECONDS)
                .getOutcome();
    }

    private static BigInteger balance(RunningMachine running, String account) throws Exception {
        return Messages.balance(running.machine()
                .callContract(Messages.request(balanceOf(account)))
                .toCompletableFuture()
                .get(SECONDS_MAX, TimeUnit.SECONDS));
    }

    private static void assertUnknown(CompletableFuture<?> call) {
        assertThat(call)
                .failsWithin(Duration.ofSeconds(SECONDS_MAX))
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.OUTCOME_UNKNOWN));
    }

    /// The bytes of every segment file.
    private static List<String> blocks(Path folder) throws IOException {
        try (var files = Files.list(folder.resolve("journal"))) {
            var contents = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                if (Files.size(file) > 1_000) {
                    contents.add(HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
            return contents;
        }
    }
}
