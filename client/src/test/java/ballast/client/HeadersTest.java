package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Metadata;
import io.grpc.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What goes with a call beside its message.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HeadersTest {
    private static final Metadata.Key<String> TRACE = Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);
    private static final Transaction TRANSFER = Transaction.transfer("alice", "bob", "EUR/2", 5);

    private final SmallLedger ledger = new SmallLedger();
    private final ScriptedServer server = new ScriptedServer(ledger::answer);
    private final AtomicInteger asked = new AtomicInteger();
    private final ThreadLocal<String> trace = ThreadLocal.withInitial(() -> "none");
    private final BallastClient client = Clients.patiently(server.url())
            .headers(() -> {
                asked.incrementAndGet();
                return Map.of("traceparent", trace.get());
            })
            .open();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void areThoseOfTheThreadThatMakesTheCall() {
        trace.set("one");
        client.transact(TRANSFER);
        trace.set("two");
        client.transactBatch(List.of(TRANSFER, TRANSFER));
        assertThat(traces()).containsExactly("one", "two");
    }

    @Test
    void stayTheSameInEveryAttempt() {
        trace.set("one");
        server.then(call -> call.fail(Status.UNAVAILABLE), ledger::doAndLose);
        client.transact(TRANSFER);
        assertThat(traces()).containsExactly("one", "one", "one");
        assertThat(asked).hasValue(1);
    }

    @Test
    void goWithReadsAndTheChangeStreamToo() {
        trace.set("one");
        server.always(call -> call.fail(Status.NOT_FOUND));
        client.find(new java.util.UUID(0, 1));
        try (var _ = client.changes(1)) {
            Eventually.that(() -> server.calls().size() >= 2);
        }
        assertThat(traces()).containsOnly("one");
    }

    @Test
    void areRefusedBeforeTheCallWhenTheyAreNone() {
        try (var wrong = Clients.patiently(server.url())
                .headers(() -> Map.of("no such name", "x"))
                .open()) {
            assertThatThrownBy(() -> wrong.transact(TRANSFER)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(wrong::trialBalance).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void areNoneByDefault() {
        try (var plain = Clients.patient(server.url())) {
            plain.transact(TRANSFER);
        }
        assertThat(server.calls().getFirst().headers().containsKey(TRACE)).isFalse();
    }

    private List<String> traces() {
        return server.calls().stream()
                .map(call -> String.valueOf(call.headers().get(TRACE)))
                .toList();
    }
}
