package ballast.client;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// One reader of the change stream. It knows the position that comes next, so it can ask for it again over a new
/// connection; what comes twice it drops, and a gap it takes for a broken connection.
///
/// The subscriber is called by one thread at a time: by gRPC's callbacks of one call, and of the next call only
/// after the end of the one before. The lock guards what the subscriber's own requests touch.
final class WatchSubscription implements Flow.Subscription {
    private final Line line;
    private final Flow.Subscriber<? super RecordedTransaction> subscriber;
    private final Metadata headers;
    private long next;
    private int attemptsInVain;
    private long wanted;
    private boolean isOver;
    private @Nullable ClientCall<byte[], byte[]> call;

    WatchSubscription(Line line, Flow.Subscriber<? super RecordedTransaction> subscriber, long from) {
        this.line = line;
        this.subscriber = subscriber;
        headers = line.headers();
        next = from;
    }

    void begin() {
        subscriber.onSubscribe(this);
        connect();
    }

    @Override
    public void request(long count) {
        if (count < 1) {
            fail(new IllegalArgumentException("%d transactions were requested (at least: 1)".formatted(count)));
            return;
        }
        synchronized (this) {
            wanted = wanted > Long.MAX_VALUE - count ? Long.MAX_VALUE : wanted + count;
            askFor(count);
        }
    }

    @Override
    public void cancel() {
        end();
    }

    private void connect() {
        if (line.isClosed()) {
            fail(new ClientException.ClosedException());
            return;
        }
        synchronized (this) {
            if (!isOver) {
                var request = ballast.types.publicapi.v1.WatchRequest.newBuilder()
                        .setFrom(next)
                        .build();
                call = line.wire().stream(new Wire.Request(Rpc.WATCH, request.toByteArray(), headers), new Listener());
                askFor(wanted);
            }
        }
    }

    /// Under the lock. A call takes at most so many at once; nobody reads that many from one connection.
    private void askFor(long count) {
        if (call != null && count > 0) {
            call.request((int) Math.min(count, Integer.MAX_VALUE));
        }
    }

    /// Whether this was the end.
    private synchronized boolean end() {
        if (isOver) {
            return false;
        }
        isOver = true;
        drop("the reader has left");
        return true;
    }

    /// Under the lock.
    private void drop(String why) {
        if (call != null) {
            call.cancel(why, null);
        }
    }

    private void fail(Throwable why) {
        if (end()) {
            subscriber.onError(why);
        }
    }

    private void arrived(byte[] bytes) {
        RecordedTransaction recorded;
        try {
            recorded = TransactionDecoding.recorded(ballast.types.protocol.v1.RecordedTransaction.parseFrom(bytes));
        } catch (InvalidProtocolBufferException | BrokenAnswerException e) {
            fail(new ClientException.RejectedException(
                    "the transaction at position %d cannot be read: %s".formatted(next, e.getMessage())));
            return;
        }
        synchronized (this) {
            if (isOver) {
                return;
            }
            if (recorded.position() < next) {
                askFor(1);
                return;
            }
            if (recorded.position() > next) {
                drop("a gap before position " + recorded.position());
                return;
            }
            next++;
            wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
            attemptsInVain = 0;
        }
        subscriber.onNext(recorded);
    }

    private void lost(Fault fault) {
        long pause;
        synchronized (this) {
            call = null;
            if (isOver) {
                return;
            }
            attemptsInVain++;
            pause = line.pauseNanos(attemptsInVain);
        }
        if (line.isClosed()) {
            fail(new ClientException.ClosedException());
        } else if (fault.isPassing()) {
            line.pause(pause, this::connect);
        } else {
            fail(new ClientException.RejectedException(fault.text()));
        }
    }

    /// Calls of a connection that was dropped for a gap may still come; nothing of them is taken.
    private final class Listener extends ClientCall.Listener<byte[]> {
        @Override
        public void onMessage(byte[] message) {
            arrived(message);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            lost(Fault.of(status, true, false));
        }
    }
}
