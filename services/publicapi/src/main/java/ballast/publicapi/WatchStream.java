package ballast.publicapi;

import ballast.types.protocol.v1.RecordedTransaction;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// A change stream on its way to one client: the next transaction is asked for when there is room to write it, so a
/// slow client slows its own stream and nothing else. One that takes nothing more is given up: with HTTP/2 a stream can
/// stand still on a connection that lives, where [ConnectionGuard] sees nothing of it.
///
/// As a deadline, it is the one for the client to accept the next piece of what waits for it; while nothing waits there
/// is none. Signals may come on any thread; everything else happens on the event loop.
abstract class WatchStream extends Deadline implements Flow.Subscriber<RecordedTransaction> {
    /// The largest frame of HTTP/2 that a client takes unless it says otherwise (RFC 9113, section 4.2).
    private static final int PIECE_BYTES = 16_384;

    private final Exchange exchange;
    private final OpenStreams streams;
    private final Runnable stop;
    private Flow.@Nullable Subscription subscription;
    private int waitingPieces;
    private boolean over;

    WatchStream(Exchange exchange, OpenStreams streams) {
        this.exchange = exchange;
        this.streams = streams;
        stop = () -> exchange.loop().deliver(this::stopped);
    }

    /// The transaction as it is written.
    abstract Buffer encoded(RecordedTransaction transaction);

    /// Ends the response because the server stops. The client will come again.
    abstract void endStopping();

    /// Ends the response because there is no more to be had.
    abstract void endFailed(Throwable why);

    /// The stream is over, one way or another.
    abstract void closed();

    /// The head of the response is out; the caller has entered the admission.
    final void start(Flow.Publisher<RecordedTransaction> transactions) {
        exchange.response().closeHandler(gone -> close());
        exchange.response().exceptionHandler(broken -> close());
        streams.add(stop);
        if (!over) {
            transactions.subscribe(this);
        }
    }

    @Override
    public final void onSubscribe(Flow.Subscription begun) {
        exchange.loop().deliver(() -> {
            subscription = begun;
            if (over) {
                begun.cancel();
            } else {
                begun.request(1);
            }
        });
    }

    @Override
    public final void onNext(RecordedTransaction transaction) {
        exchange.loop().deliver(() -> write(transaction));
    }

    @Override
    public final void onError(Throwable why) {
        exchange.loop().deliver(() -> {
            if (!over) {
                endFailed(why);
                close();
            }
        });
    }

    @Override
    public final void onComplete() {
        onError(new IllegalStateException("history: an end of the change stream"));
    }

    final boolean isOver() {
        return over;
    }

    /// Whether the client has accepted everything so far.
    final boolean isAllAccepted() {
        return waitingPieces == 0;
    }

    /// Writes something of the stream.
    final void send(Buffer bytes) {
        for (int begin = 0; begin < bytes.length() && !over; begin += PIECE_BYTES) {
            sendPiece(bytes.slice(begin, Math.min(begin + PIECE_BYTES, bytes.length())));
        }
    }

    @Override
    final void passed() {
        exchange.giveUp();
        close();
    }

    /// A write is done when the client's window and the socket have taken all of it.
    private void sendPiece(Buffer piece) {
        if (isAllAccepted()) {
            awaitAcceptance();
        }
        waitingPieces++;
        exchange.response().write(piece).onComplete(done -> accepted());
    }

    private void accepted() {
        waitingPieces--;
        if (isAllAccepted()) {
            Deadlines.stop(this);
        } else if (!over) {
            awaitAcceptance();
        }
    }

    private void awaitAcceptance() {
        exchange.loop().watches.start(this, exchange.loop().refresh());
    }

    private void write(RecordedTransaction transaction) {
        var open = subscription;
        if (over || open == null) {
            return;
        }
        send(encoded(transaction));
        var response = exchange.response();
        if (response.writeQueueFull()) {
            response.drainHandler(room -> {
                response.drainHandler(null);
                open.request(1);
            });
        } else {
            open.request(1);
        }
    }

    private void stopped() {
        if (!over) {
            endStopping();
            close();
        }
    }

    private void close() {
        if (over) {
            return;
        }
        over = true;
        Deadlines.stop(this);
        if (subscription != null) {
            subscription.cancel();
        }
        streams.remove(stop);
        streams.watchers().leave();
        closed();
        exchange.replied();
    }
}
