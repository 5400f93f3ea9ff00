package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.client.ClientException.OutcomeUnknownException;
import ballast.client.ClientException.OverloadedException;
import ballast.client.ClientException.RejectedException;
import ballast.client.ClientException.UnreachableException;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whatever goes wrong on the way: a transaction happens once, and whoever asked for it learns what can be known.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class RetriesTest {
    private static final UUID ID = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    private static final Transaction TRANSFER =
            Transaction.transfer("alice", "bob", "EUR/2", 5).withId(ID);

    private final SmallLedger ledger = new SmallLedger();
    private final ScriptedServer server = new ScriptedServer(ledger::answer);
    private final BallastClient client = Clients.patient(server.url());

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    /// What can go wrong with an attempt and is over with the next one.
    enum Passing {
        OVERLOADED,
        UNAVAILABLE,
        TOO_LATE,
        BROKEN_INSIDE,
        ABORTED,
        UNKNOWN,
        ANSWER_LOST,
        ANSWER_SHORT,
        FAILED_AFTER_THE_DEED;

        ScriptedServer.Act of(SmallLedger ledger) {
            return switch (this) {
                case OVERLOADED -> call -> call.fail(Status.RESOURCE_EXHAUSTED);
                case UNAVAILABLE -> call -> call.fail(Status.UNAVAILABLE);
                case TOO_LATE -> call -> call.fail(Status.DEADLINE_EXCEEDED);
                case BROKEN_INSIDE -> call -> call.fail(Status.INTERNAL);
                case ABORTED -> call -> call.fail(Status.ABORTED);
                case UNKNOWN -> call -> call.fail(Status.UNKNOWN);
                case ANSWER_LOST -> ledger::doAndLose;
                case ANSWER_SHORT -> ledger::answerShort;
                case FAILED_AFTER_THE_DEED -> ledger::beginAndFail;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void repeatsWithTheSameIdUntilItIsAnsweredAndHappensOnce(Passing passing) {
        server.then(passing.of(ledger), passing.of(ledger));
        assertThat(client.transact(TRANSFER)).isInstanceOfSatisfying(Outcome.Committed.class, committed -> {
            assertThat(committed.id()).isEqualTo(ID);
            assertThat(committed.position()).isEqualTo(1);
        });
        assertThat(server.calls())
                .hasSize(3)
                .extracting(ScriptedServer.Call::request)
                .containsOnly(server.calls().getFirst().request());
        assertThat(ledger.done()).isEqualTo(1);
    }

    @Test
    void drawsTheIdBeforeTheFirstAttempt() {
        server.then(ledger::doAndLose, ledger::doAndLose);
        var outcome = client.transact(Transaction.transfer("alice", "bob", "EUR/2", 5));
        assertThat(outcome.id().version()).isEqualTo(7);
        assertThat(ledger.done()).isEqualTo(1);
        assertThat(ledger.repeats()).isEqualTo(2);
    }

    @Test
    void repeatsABatchAsAWholeAndDoublesNoneOfIt() {
        server.then(ledger::doAndLose);
        var outcomes = client.transactBatch(List.of(
                Transaction.transfer("a", "b", "EUR/2", 1),
                Transaction.builder().code(SmallLedger.REFUSED_CODE).build(),
                Transaction.transfer("a", "b", "EUR/2", 3)));
        assertThat(outcomes).extracting(Outcome::position).containsExactly(1L, 2L, 3L);
        assertThat(outcomes.get(1))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.EXCEEDS_CREDITS));
        assertThat(ledger.done()).isEqualTo(3);
        assertThat(ledger.repeats()).isEqualTo(3);
    }

    @Test
    void repeatsAnAttemptThatIsNotAnsweredInItsTime() {
        server.then(ledger::doAndBeSilent);
        try (var impatient = Clients.patiently(server.url())
                .attempts(Duration.ofMillis(200), 1_000)
                .open()) {
            assertThat(impatient.transact(TRANSFER).position()).isEqualTo(1);
        }
        assertThat(ledger.done()).isEqualTo(1);
    }

    @Test
    void repeatsOverANewConnectionWhenTheServerDiesAfterTheDeed() {
        server.then(call -> {
            ledger.doAndBeSilent(call);
            // From another thread, as the server waits for its own threads.
            Thread.ofPlatform().start(server::close);
        });
        var outcome = client.async().transact(TRANSFER).toCompletableFuture();
        Eventually.that(() -> ledger.done() == 1);
        server.close();
        try (var _ = new ScriptedServer(server.port(), ledger::answer)) {
            assertThat(outcome.join().position()).isEqualTo(1);
        }
        assertThat(ledger.done()).isEqualTo(1);
        assertThat(ledger.repeats()).isEqualTo(1);
    }

    @Test
    void saysThatTheOutcomeIsUnknownAndOfWhichIds() {
        server.always(ledger::doAndLose);
        assertThatThrownBy(() -> client.within(Duration.ofMillis(300)).transact(TRANSFER))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        unknown -> assertThat(unknown.ids()).containsExactly(ID))
                .hasMessageContaining(ID.toString());
        server.always(ledger::answer);
        assertThat(client.transact(TRANSFER).position()).isEqualTo(1);
        assertThat(ledger.done()).isEqualTo(1);
    }

    @Test
    void namesEveryIdOfABatchWhoseOutcomeIsUnknown() {
        server.always(ledger::doAndLose);
        var batch = client.prepare(List.of(TRANSFER, Transaction.transfer("a", "b", "EUR/2", 1)));
        assertThatThrownBy(() -> client.within(Duration.ofMillis(300)).transact(batch))
                .isInstanceOfSatisfying(
                        OutcomeUnknownException.class,
                        unknown -> assertThat(unknown.ids()).isEqualTo(batch.ids()));
    }

    @Test
    void staysUnknownWhenALaterAttemptWasShed() {
        server.then(ledger::doAndLose).always(call -> call.fail(Status.RESOURCE_EXHAUSTED));
        assertThatThrownBy(() -> client.within(Duration.ofMillis(300)).transact(TRANSFER))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void saysThatNothingWasDoneWhenEveryAttemptWasShed() {
        server.always(call -> call.fail(Status.RESOURCE_EXHAUSTED.withDescription("too much is waiting")));
        try (var twice = twice(server.url())) {
            assertThatThrownBy(() -> twice.transact(TRANSFER))
                    .isInstanceOf(OverloadedException.class)
                    .hasMessageContaining("too much is waiting");
        }
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void saysThatNothingWasDoneWhenNobodyListens() throws IOException {
        // Bound, so that nobody else can be there, and not listening.
        try (var nobody = new Socket()) {
            nobody.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (var lonely = twice(URI.create("http://127.0.0.1:" + nobody.getLocalPort()))) {
                assertThatThrownBy(() -> lonely.transact(TRANSFER)).isInstanceOf(UnreachableException.class);
            }
        }
    }

    @Test
    void doesNotPauseBeyondItsDeadline() {
        server.always(call -> call.fail(Status.RESOURCE_EXHAUSTED));
        var minute = Duration.ofMinutes(1);
        try (var sleepy = Clients.patiently(server.url()).pauses(minute, minute).open()) {
            assertThatThrownBy(() -> sleepy.within(minute.dividedBy(3)).transact(TRANSFER))
                    .isInstanceOf(OverloadedException.class);
        }
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void finallyReachesAServerThatStartsLate() throws IOException {
        int port = portWithoutServer();
        try (var early = Clients.patient(URI.create("http://127.0.0.1:" + port))) {
            var outcome = early.async().transact(TRANSFER).toCompletableFuture();
            try (var _ = new ScriptedServer(port, ledger::answer)) {
                assertThat(outcome.join().position()).isEqualTo(1);
            }
        }
    }

    @Test
    void makesNoMoreAttemptsThanItMay() {
        server.always(call -> call.fail(Status.RESOURCE_EXHAUSTED));
        try (var modest = Clients.patiently(server.url())
                .attempts(Duration.ofSeconds(5), 3)
                .open()) {
            assertThatThrownBy(() -> modest.transact(TRANSFER)).isInstanceOf(OverloadedException.class);
        }
        assertThat(server.calls()).hasSize(3);
    }

    @Test
    void doesNotRepeatWhatTheServerDoesNotTake() {
        server.always(call -> call.fail(Status.INVALID_ARGUMENT.withDescription("legs: too many")));
        assertThatThrownBy(() -> client.transact(TRANSFER))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("legs: too many");
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void repeatsReadsToo() {
        server.then(call -> call.fail(Status.UNAVAILABLE));
        server.always(call -> call.fail(Status.NOT_FOUND));
        assertThat(client.find(ID)).isEmpty();
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void neverCallsAReadUnknown() {
        server.always(call -> call.fail(Status.UNAVAILABLE.withDescription("away")));
        try (var twice = twice(server.url())) {
            assertThatThrownBy(twice::trialBalance)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("away");
        }
        assertThat(server.calls()).hasSize(2);
    }

    /// Ended by the number of attempts and not by a deadline, which could end in the middle of one.
    private static BallastClient twice(URI url) {
        return Clients.patiently(url).attempts(Duration.ofSeconds(30), 2).open();
    }

    private static int portWithoutServer() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
