package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.client.ClientException.RejectedException;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The change stream comes whole and in order, whatever becomes of connections.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class WatchTest {
    private static final int TRANSACTIONS = 100;

    private final SmallLedger ledger = new SmallLedger();
    private final ScriptedServer server = new ScriptedServer(ledger::answer);
    private final BallastClient client = Clients.patient(server.url());

    @BeforeEach
    void fill() {
        client.transactBatch(IntStream.range(0, TRANSACTIONS)
                .mapToObj(i -> Transaction.transfer("alice", "bob", "EUR/2", i + 1))
                .toList());
        server.always(ledger::watch);
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void givesEveryTransactionInOrder() {
        try (var changes = client.changes(1)) {
            assertThat(taken(changes, TRANSACTIONS)).isEqualTo(positions(1, TRANSACTIONS));
            assertThat(changes.poll(Duration.ofMillis(20))).isEmpty();
        }
    }

    @Test
    void beginsWhereItIsTold() {
        try (var changes = client.changes(42)) {
            var first = changes.next();
            assertThat(first.position()).isEqualTo(42);
            assertThat(first.isWhole()).isTrue();
            assertThat(first.transaction().legs())
                    .containsExactly(Transaction.transfer("alice", "bob", "EUR/2", 42)
                            .legs()
                            .getFirst());
        }
    }

    @Test
    void goesOnWithoutLossOrRepeatWhenConnectionsAreLost() {
        server.then(
                call -> ledger.watch(call, 10),
                call -> call.fail(Status.UNAVAILABLE),
                call -> ledger.watch(call, 25),
                call -> call.fail(Status.RESOURCE_EXHAUSTED),
                call -> ledger.watch(call, 0),
                call -> ledger.watch(call, 1));
        try (var changes = client.changes(1)) {
            assertThat(taken(changes, TRANSACTIONS)).isEqualTo(positions(1, TRANSACTIONS));
        }
        assertThat(watches().map(SmallLedger::from)).containsExactly(1L, 11L, 11L, 36L, 36L, 36L, 37L);
    }

    @Test
    void dropsWhatComesTwiceAndTakesAGapForABrokenConnection() {
        server.then(call -> {
            call.begin();
            for (int position : new int[] {1, 2, 2, 1, 3, 5}) {
                call.send(ledger.recorded().get(position - 1));
            }
        });
        try (var changes = client.changes(1)) {
            assertThat(taken(changes, TRANSACTIONS)).isEqualTo(positions(1, TRANSACTIONS));
        }
        assertThat(watches().map(SmallLedger::from)).containsExactly(1L, 4L);
    }

    @Test
    void goesOnOverANewServerAtTheSamePlace() {
        try (var changes = client.changes(1)) {
            assertThat(taken(changes, 60)).isEqualTo(positions(1, 60));
            server.close();
            try (var _ = new ScriptedServer(server.port(), ledger::watch)) {
                assertThat(taken(changes, 40)).isEqualTo(positions(61, TRANSACTIONS));
            }
        }
    }

    @Test
    void endsWhenTheServerDoesNotTakeTheRequest() {
        server.always(call -> call.fail(Status.INVALID_ARGUMENT.withDescription("from: too large")));
        try (var changes = client.changes(1_000)) {
            assertThatThrownBy(changes::next)
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("from: too large");
        }
    }

    @Test
    void endsWithTheClient() {
        server.always(call -> call.begin());
        var changes = client.changes(1);
        Eventually.that(() -> watches().count() == 1);
        client.close();
        assertThatThrownBy(changes::next).isInstanceOf(ClientException.ClosedException.class);
    }

    @Test
    void aReaderThatLeavesIsToldNothingMore() {
        var changes = client.changes(1);
        changes.next();
        changes.close();
        // What had arrived before is still there to be taken.
        while (changes.hasNext()) {
            changes.next();
        }
        assertThatThrownBy(changes::next).isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void sendsNoMoreThanTheReaderHasAskedFor() {
        var seen = new ConcurrentLinkedQueue<Long>();
        var given = new CompletableFuture<Flow.Subscription>();
        client.watch(1).subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                given.complete(subscription);
            }

            @Override
            public void onNext(RecordedTransaction transaction) {
                seen.add(transaction.position());
            }

            @Override
            public void onError(Throwable why) {
                seen.add(-1L);
            }

            @Override
            public void onComplete() {
                seen.add(-2L);
            }
        });
        given.join().request(3);
        Eventually.that(() -> seen.size() == 3);
        given.join().request(2);
        Eventually.that(() -> seen.size() == 5);
        assertThat(seen).containsExactly(1L, 2L, 3L, 4L, 5L);
        given.join().request(0);
        Eventually.that(() -> seen.contains(-1L));
    }

    private static List<Long> taken(Changes changes, int count) {
        var positions = new ArrayList<Long>();
        for (int i = 0; i < count; i++) {
            positions.add(changes.next().position());
        }
        return positions;
    }

    private static List<Long> positions(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private java.util.stream.Stream<ScriptedServer.Call> watches() {
        return server.calls().stream().filter(call -> call.method().equals("Watch"));
    }
}
