package ballast.publicapi;

import io.vertx.core.buffer.Buffer;

/// Writes a long answer no faster than the client reads it, so that what waits for the client stays within bounds.
/// Whoever stops reading is given up. Confined to one event loop.
final class Outflow extends Deadline {
    /// An answer up to this length is written whole.
    static final int PIECE_BYTES = 65_536;

    private final Exchange exchange;
    private final Buffer bytes;
    private int written;

    Outflow(Exchange exchange, Buffer bytes) {
        this.exchange = exchange;
        this.bytes = bytes;
    }

    /// Writes as much as there is room for, and the rest whenever there is; then ends the response.
    void run() {
        var response = exchange.response();
        while (!response.closed()) {
            if (response.writeQueueFull()) {
                exchange.loop().unread.start(this, exchange.loop().refresh());
                response.drainHandler(room -> drained());
                return;
            }
            int end = Math.min(written + PIECE_BYTES, bytes.length());
            var piece = bytes.slice(written, end);
            written = end;
            if (written == bytes.length()) {
                var _ = response.end(piece);
                exchange.replied();
                return;
            }
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
