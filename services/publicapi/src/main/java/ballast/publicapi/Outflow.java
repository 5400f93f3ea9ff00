package ballast.publicapi;

import io.vertx.core.buffer.Buffer;

/// Writes a long answer, or a long part of one, no faster than the client reads it, so that what waits for the client
/// stays within bounds. Whoever stops reading is given up. Confined to one event loop.
final class Outflow extends Deadline {
    /// An answer up to this length is written whole.
    static final int PIECE_BYTES = 65_536;

    private final Exchange exchange;
    private final Buffer bytes;
    private final Runnable then;
    private int written;

    /// @param then what to do when all is written; if the client goes away before, never
    Outflow(Exchange exchange, Buffer bytes, Runnable then) {
        this.exchange = exchange;
        this.bytes = bytes;
        this.then = then;
    }

    /// Ends the response with this answer.
    static void end(Exchange exchange, Buffer bytes) {
        new Outflow(exchange, bytes, () -> {
                    var _ = exchange.response().end();
                    exchange.replied();
                })
                .run();
    }

    /// Writes as much as there is room for, and the rest whenever there is.
    void run() {
        var response = exchange.response();
        while (!response.closed()) {
            if (written == bytes.length()) {
                then.run();
                return;
            }
            if (response.writeQueueFull()) {
                exchange.loop().unread.start(this, exchange.loop().refresh());
                response.drainHandler(room -> drained());
                return;
            }
            int end = Math.min(written + PIECE_BYTES, bytes.length());
            var piece = bytes.slice(written, end);
            written = end;
            var _ = response.write(piece);
        }
        exchange.replied();
    }

    @Override
    void passed() {
        exchange.giveUp();
    }

    private void drained() {
        Deadlines.stop(this);
        exchange.response().drainHandler(null);
        run();
    }
}
