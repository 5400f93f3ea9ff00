package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.client.ClientException.ClosedException;
import ballast.client.ClientException.OverloadedException;
import ballast.client.ClientException.RejectedException;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How single calls share their way, and what is bounded.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class BatchingTest {
    private final SmallLedger ledger = new SmallLedger();
    private final ConcurrentLinkedQueue<ScriptedServer.Call> held = new ConcurrentLinkedQueue<>();
    private final ScriptedServer server = new ScriptedServer(held::add);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatComesWhileABatchIsUnderWayMakesTheNext() {
        try (var client =
                Clients.patiently(server.url()).batches(100, 1 << 20, 1).open()) {
            var first = transact(client, 1);
            Eventually.that(() -> held.size() == 1);
            var others = transact(client, 50);
            letGo();
            CompletableFuture.allOf(first.toArray(CompletableFuture[]::new)).join();
            CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(sizes()).containsExactly(1, 50);
        assertThat(ledger.done()).isEqualTo(51);
    }

    @Test
    void everyCallGetsItsOwnOutcome() {
        server.always(ledger::answer);
        try (var client = Clients.patient(server.url())) {
            var wanted = IntStream.range(0, 500)
                    .mapToObj(i -> Transaction.builder()
                            .code(i % 10 == 0 ? SmallLedger.REFUSED_CODE : i)
                            .build()
                            .withId(new UUID(0x7000, 0x8000_0000_0000_0000L | i)))
                    .toList();
            var outcomes = wanted.stream()
                    .map(one -> client.async().transact(one).toCompletableFuture())
                    .toList();
            for (int i = 0; i < wanted.size(); i++) {
                var outcome = outcomes.get(i).join();
                assertThat(outcome.id()).isEqualTo(wanted.get(i).id().orElseThrow());
                assertThat(outcome instanceof Outcome.Refused).isEqualTo(i % 10 == 0);
            }
        }
        assertThat(ledger.done()).isEqualTo(500);
        assertThat(server.calls()).hasSizeLessThan(500);
    }

    @Test
    void noMoreBatchesAreUnderWayThanMayBe() {
        try (var client = Clients.patiently(server.url()).batches(1, 1 << 20, 3).open()) {
            var outcomes = transact(client, 10);
            Eventually.that(() -> held.size() == 3);
            letGo();
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(sizes()).containsOnly(1).hasSize(10);
    }

    @Test
    void aBatchHasNoMoreTransactionsOrBytesThanItMay() {
        try (var client = Clients.patiently(server.url()).batches(5, 200, 1).open()) {
            var outcomes = transact(client, 1);
            Eventually.that(() -> held.size() == 1);
            outcomes.addAll(transact(client, 12));
            outcomes.add(client.async()
                    .transact(Transaction.builder()
                            .metadata("note", "x".repeat(500))
                            .build())
                    .toCompletableFuture());
            letGo();
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
        }
        assertThat(sizes()).allSatisfy(size -> assertThat(size).isBetween(1, 5));
        assertThat(server.calls())
                .filteredOn(call -> call.request().size() > 200)
                .hasSize(1)
                .allSatisfy(call -> assertThat(SmallLedger.batch(call).getTransactionsCount())
                        .isEqualTo(1));
    }

    @Test
    void oneThatTheServerDoesNotTakeDoesNotSpoilTheOthers() {
        server.always(call -> {
            boolean isSpoilt = SmallLedger.batch(call).getTransactionsList().stream()
                    .anyMatch(transaction -> transaction.getCode() == 13);
            if (isSpoilt) {
                call.fail(Status.INVALID_ARGUMENT.withDescription("code: 13"));
            } else {
                ledger.answer(call);
            }
        });
        server.then(held::add);
        try (var client =
                Clients.patiently(server.url()).batches(100, 1 << 20, 1).open()) {
            var outcomes = transact(client, 1);
            Eventually.that(() -> held.size() == 1);
            outcomes.addAll(transact(client, 20));
            held.forEach(ledger::answer);
            for (int i = 0; i < outcomes.size(); i++) {
                var outcome = outcomes.get(i);
                if (i == 14) {
                    assertThatThrownBy(outcome::join)
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(RejectedException.class);
                } else {
                    assertThat(outcome.join()).isInstanceOf(Outcome.Committed.class);
                }
            }
        }
        assertThat(ledger.done()).isEqualTo(20);
    }

    @Test
    void oneMoreCallThanMayWaitFailsAtOnceIfItIsToldTo() {
        try (var client =
                Clients.patiently(server.url()).calls(3, WhenFull.FAIL).open()) {
            var outcomes = transact(client, 3);
            assertThatThrownBy(() -> client.transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                    .isInstanceOf(OverloadedException.class);
            letGo();
            CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).join();
            assertThat(client.transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                    .isInstanceOf(Outcome.Committed.class);
        }
    }

    @Test
    void oneMoreCallThanMayWaitWaitsForRoomUntilItsDeadline() {
        try (var client =
                Clients.patiently(server.url()).calls(1, WhenFull.WAIT).open()) {
            var first = transact(client, 1);
            assertThatThrownBy(() ->
                            client.within(Duration.ofMillis(50)).transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                    .isInstanceOf(OverloadedException.class);
            letGo();
            first.getFirst().join();
            assertThat(client.transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                    .isInstanceOf(Outcome.Committed.class);
        }
    }

    @Test
    void aCallThatHasNotLeftByItsDeadlineWasNotDone() {
        try (var client =
                Clients.patiently(server.url()).batches(100, 1 << 20, 1).open()) {
            var first = transact(client, 1);
            Eventually.that(() -> held.size() == 1);
            assertThatThrownBy(() ->
                            client.within(Duration.ofMillis(50)).transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                    .isInstanceOf(OverloadedException.class);
            letGo();
            first.getFirst().join();
            assertThat(transact(client, 1).getFirst().join()).isInstanceOf(Outcome.Committed.class);
        }
        assertThat(ledger.done()).isEqualTo(2);
    }

    @Test
    void aContinuationMayCallAgainAndWait() {
        server.always(ledger::answer);
        try (var client = Clients.patiently(server.url())
                .batches(100, 1 << 20, 1)
                .calls(1, WhenFull.WAIT)
                .open()) {
            var second = client.async()
                    .transact(Transaction.transfer("a", "b", "EUR/2", 1))
                    .thenApply(first -> client.transact(Transaction.transfer("a", "b", "EUR/2", 2)));
            assertThat(second.toCompletableFuture().join().position()).isEqualTo(2);
        }
    }

    @Test
    void closingFailsWhatWaitsAndWhatComesAfter() {
        var client = Clients.patiently(server.url()).batches(1, 1 << 20, 1).open();
        var outcomes = transact(client, 2);
        Eventually.that(() -> held.size() == 1);
        client.close();
        assertThatThrownBy(() -> outcomes.getFirst().join())
                .hasCauseInstanceOf(ClientException.OutcomeUnknownException.class);
        assertThatThrownBy(() -> outcomes.getLast().join()).hasCauseInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> client.transact(Transaction.transfer("a", "b", "EUR/2", 1)))
                .isInstanceOf(ClosedException.class);
        client.close();
    }

    @Test
    void aBatchHasOneTo8190Transactions() {
        server.always(ledger::answer);
        try (var client = Clients.patient(server.url())) {
            var one = Transaction.transfer("a", "b", "EUR/2", 1);
            assertThat(client.transactBatch(Collections.nCopies(8_190, one))).hasSize(8_190);
            assertThatThrownBy(() -> client.transactBatch(Collections.nCopies(8_191, one)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> client.transactBatch(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ledger.done()).isEqualTo(8_190);
    }

    @Test
    void countsTheOutcomesOfAPreparedBatchWithoutDecodingThem() {
        server.always(ledger::answer);
        try (var client = Clients.patient(server.url())) {
            var batch = client.prepare(List.of(
                    Transaction.transfer("a", "b", "EUR/2", 1),
                    Transaction.builder().code(SmallLedger.REFUSED_CODE).build(),
                    Transaction.transfer("a", "b", "EUR/2", 2)));
            var result = client.transact(batch);
            assertThat(result.committed()).isEqualTo(2);
            assertThat(result.lastPosition()).isEqualTo(3);
            assertThat(result.outcomes()).extracting(Outcome::id).isEqualTo(batch.ids());
            assertThat(client.transact(batch).outcomes()).isEqualTo(result.outcomes());
        }
    }

    private static List<CompletableFuture<Outcome>> transact(BallastClient client, int count) {
        var outcomes = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < count; i++) {
            outcomes.add(client.async()
                    .transact(Transaction.builder().code(i).build())
                    .toCompletableFuture());
        }
        return outcomes;
    }

    /// Answers what is held, and from now on everything at once.
    private void letGo() {
        server.always(ledger::answer);
        held.forEach(ledger::answer);
    }

    private List<Integer> sizes() {
        return server.calls().stream()
                .map(call -> SmallLedger.batch(call).getTransactionsCount())
                .toList();
    }
}
