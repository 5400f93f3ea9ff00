package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.types.protocol.v1.RecordedTransaction;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Flow;

/// The change stream as server-sent events (HTML Living Standard, section 9.2): the id of an event is the position, its
/// data the transaction.
final class EventStream extends WatchStream {
    private static final CharSequence EVENT_STREAM = HttpHeaders.createOptimized("text/event-stream");
    private static final Buffer HEARTBEAT = Buffer.buffer(": nothing new\n\n");
    private static final byte[] END = {'\n', '\n'};

    private final HttpExchange exchange;

    private final Deadline heartbeat = new Deadline() {
        @Override
        void passed() {
            beat();
        }
    };

    EventStream(HttpExchange exchange, OpenStreams streams) {
        super(exchange, streams);
        this.exchange = exchange;
    }

    void begin(Flow.Publisher<RecordedTransaction> transactions) {
        exchange.begin(EVENT_STREAM);
        send(Buffer.buffer(": positions in order\n\n"));
        exchange.loop().heartbeats.start(heartbeat, exchange.loop().nowNanos());
        start(transactions);
    }

    @Override
    Buffer encoded(RecordedTransaction transaction) {
        exchange.loop().heartbeats.start(heartbeat, exchange.loop().nowNanos());
        var out = new JsonWriter();
        TransactionJson.writeInside(out, transaction);
        var head = "id: %s\ndata: "
                .formatted(Long.toUnsignedString(transaction.getOutcome().getPosition()));
        return Buffer.buffer(head.getBytes(StandardCharsets.US_ASCII))
                .appendBytes(out.end())
                .appendBytes(END);
    }

    @Override
    void endStopping() {
        var _ = exchange.response().end(Buffer.buffer(": the server stops, come again\n\n"));
    }

    @Override
    void endFailed(Throwable why) {
        var out = new JsonWriter();
        var statuses = Statuses.ofRead(why);
        Problem.write(out, statuses.http(), statuses.text());
        var _ = exchange.response()
                .end(Buffer.buffer("event: problem\ndata: ")
                        .appendBytes(out.end())
                        .appendBytes(END));
    }

    @Override
    void closed() {
        Deadlines.stop(heartbeat);
    }

    /// A client that has not read the last thing needs no sign of life.
    private void beat() {
        if (!isOver()) {
            exchange.loop().heartbeats.start(heartbeat, exchange.loop().nowNanos());
            if (isAllAccepted()) {
                send(HEARTBEAT.copy());
            }
        }
    }
}
