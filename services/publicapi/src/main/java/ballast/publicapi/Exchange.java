package ballast.publicapi;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/// One request and its response on their connection: reads the body within its limits, and leaves the connection in
/// order if the answer comes before the body's end.
///
/// As a deadline, it is the body's. Confined to one event loop.
abstract class Exchange extends Deadline {
    private static final long NO_ERROR = 0;
    private static final long CANCEL = 8;
    /// The codecs see to it that a length is a number; with so many digits, it fits an int.
    private static final int LENGTH_DIGITS_MAX = 9;

    private static final Buffer NOTHING = Buffer.buffer(0);

    private final ConnectionGuard guard;
    private final HttpServerRequest request;
    private final boolean http2;
    private final long openedNanos;
    private @Nullable Buffer body;
    private boolean bodyOver;
    private boolean replied;
    private boolean closed;

    Exchange(ConnectionGuard guard, HttpServerRequest request) {
        this.guard = guard;
        this.request = request;
        http2 = request.version() == HttpVersion.HTTP_2;
        openedNanos = guard.loop().nowNanos();
        bodyOver = !http2 && !announcesBody();
        guard.requestOpened(http2);
    }

    /// The headers are complete, and with HTTP/1.1 they say that a body is coming.
    abstract void bodyAnnounced();

    /// The request is complete.
    abstract void whole(Buffer bytes);

    /// The body is longer than it may be; it is not read any more.
    abstract void tooLarge();

    /// The body was not complete in time.
    abstract void tooSlow();

    final HttpServerRequest request() {
        return request;
    }

    final HttpServerResponse response() {
        return request.response();
    }

    final Loop loop() {
        return guard.loop();
    }

    final boolean isHttp2() {
        return http2;
    }

    final long openedNanos() {
        return openedNanos;
    }

    /// Reads the body, if there is one, and then calls [#whole]; or one of the others.
    final void receive(int bytesMax) {
        if (bodyOver) {
            whole(NOTHING);
            return;
        }
        loop().bodies.start(this, loop().nowNanos());
        request.handler(chunk -> take(chunk, bytesMax));
        request.endHandler(end -> ended());
        request.exceptionHandler(broken -> broken());
        if (!http2) {
            bodyAnnounced();
        }
        if (!replied && isTooLong(bytesMax)) {
            tooLarge();
        }
    }

    /// Takes a body that is served while it comes.
    interface Pieces {
        void piece(Buffer piece);

        void end();

        /// The client is gone.
        void broken();
    }

    /// Reads the body piece by piece, for as long as there is no answer.
    final void receivePieces(Pieces pieces) {
        if (bodyOver) {
            pieces.end();
            return;
        }
        request.handler(piece -> {
            if (!replied) {
                pieces.piece(piece);
            }
        });
        request.endHandler(end -> {
            bodyOver = true;
            if (!closed && replied) {
                end();
            } else if (!closed) {
                pieces.end();
            }
        });
        request.exceptionHandler(broken -> {
            broken();
            pieces.broken();
        });
    }

    /// Reads the body for nothing, because the answer will not need it.
    final void ignoreBody() {
        receivePieces(new Pieces() {
            @Override
            public void piece(Buffer piece) {
                // Nobody needs it.
            }

            @Override
            public void end() {
                // The answer does not wait for it.
            }

            @Override
            public void broken() {
                // There is nothing to undo.
            }
        });
    }

    /// Whether the headers say that the body is longer than so many bytes.
    final boolean isTooLong(int bytesMax) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && (length.length() > LENGTH_DIGITS_MAX || Integer.parseInt(length) > bytesMax);
    }

    /// Whether an answer can still be sent: it was not, and the client is still there.
    final boolean isAwaited() {
        return !replied && !closed && !response().closed();
    }

    /// Whether a body is coming that HTTP/1.1 has announced. If the answer goes out before its end, the connection ends
    /// with it.
    final boolean isBodyComing() {
        return !http2 && !bodyOver;
    }

    /// The response has been ended, or there is nobody to send it to.
    final void replied() {
        replied = true;
        if (bodyOver) {
            close();
        } else if (http2) {
            bodyOver = true;
            var _ = response().reset(NO_ERROR);
            close();
        } else if (list == null) {
            loop().bodies.start(this, loop().nowNanos());
        }
    }

    /// Ends it without an answer, or in the middle of one.
    final void giveUp() {
        if (http2) {
            var _ = response().reset(CANCEL);
            bodyOver = true;
            close();
        } else {
            end();
        }
    }

    /// The first time, the client is told; and has as long again to read that, before the connection is closed. A close
    /// at once would be a reset, which may overtake the answer.
    @Override
    final void passed() {
        if (replied) {
            end();
        } else {
            tooSlow();
        }
    }

    /// Whether HTTP/1.1 says in the headers that there will be a body. HTTP/2 does not say.
    private boolean announcesBody() {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length != null && !length.equals("0")) || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private void take(Buffer chunk, int bytesMax) {
        if (replied) {
            return;
        }
        var taken = body == null ? Buffer.buffer() : body;
        if (taken.length() + chunk.length() > bytesMax) {
            body = null;
            tooLarge();
        } else {
            body = taken.appendBuffer(chunk);
        }
    }

    private void ended() {
        if (closed) {
            return;
        }
        Deadlines.stop(this);
        bodyOver = true;
        if (replied) {
            end();
        } else {
            whole(body == null ? NOTHING : body);
        }
    }

    /// Ends an HTTP/1.1 connection whose client was told so; what it sends is not read any more.
    private void end() {
        bodyOver = true;
        var _ = request.connection().close();
        close();
    }

    /// The client reset the stream, or the connection is gone.
    private void broken() {
        Deadlines.stop(this);
        bodyOver = true;
        close();
    }

    private void close() {
        if (!closed) {
            closed = true;
            Deadlines.stop(this);
            guard.requestClosed();
        }
    }
}
