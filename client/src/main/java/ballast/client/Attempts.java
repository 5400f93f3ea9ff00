package ballast.client;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.concurrent.CompletableFuture;

/// Sends one request until it is answered, refused for good, or its time is over.
///
/// Every attempt sends the same bytes, so the same ids: what an attempt did whose answer was lost, the next one is
/// told and does not do again. Between attempts there is a pause that doubles and is partly drawn by lot, so that
/// many clients do not come back all at once.
final class Attempts<A> implements Wire.Receiver {
    /// Makes an answer of bytes.
    interface Decoder<A> {
        /// The answer in these bytes.
        ///
        /// @throws InvalidProtocolBufferException unless they are a message
        /// @throws BrokenAnswerException unless the message keeps to the contract
        A decode(byte[] bytes) throws InvalidProtocolBufferException;
    }

    /// What is sent, and until when.
    static final class Request<A> {
        private final Wire.Request sent;
        private final Decoder<A> decoder;
        private final long deadlineNanos;

        /// @param deadlineNanos on the clock of [Line]
        Request(Wire.Request sent, Decoder<A> decoder, long deadlineNanos) {
            this.sent = sent;
            this.decoder = decoder;
            this.deadlineNanos = deadlineNanos;
        }
    }

    private final Line line;
    private final Request<A> request;
    private final CompletableFuture<A> future = new CompletableFuture<>();
    private Fault last = new Fault(Fault.Kind.NOT_SENT, "not tried");
    private boolean mayBeDone;
    private int made;

    private Attempts(Line line, Request<A> request) {
        this.line = line;
        this.request = request;
    }

    /// Fails with [FaultException].
    static <A> CompletableFuture<A> of(Line line, Request<A> request) {
        var attempts = new Attempts<>(line, request);
        attempts.next();
        return attempts.future;
    }

    /// One attempt is over before the next begins, so the fields need no lock.
    private void next() {
        if (line.isClosed()) {
            future.completeExceptionally(new FaultException(last, mayBeDone));
            return;
        }
        made++;
        long left = request.deadlineNanos - line.nanos();
        line.wire()
                .call(
                        request.sent,
                        Math.clamp(left, 1, line.limits().attemptMax().toNanos()),
                        this);
    }

    @Override
    public void answered(byte[] bytes) {
        A answer;
        try {
            answer = request.decoder.decode(bytes);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            // Whatever is wrong with an answer, whoever waits for it must hear of it.
            failed(Fault.unknown("the answer is broken: " + e.getMessage()));
            return;
        }
        future.complete(answer);
    }

    @Override
    public void failed(Fault fault) {
        last = fault;
        mayBeDone |= fault.kind() == Fault.Kind.UNKNOWN;
        long pause = line.pauseNanos(made);
        boolean isTimeLeft = request.deadlineNanos - line.nanos() > pause;
        if (fault.isPassing() && isTimeLeft && made < line.limits().attemptsMax()) {
            line.pause(pause, this::next);
        } else {
            future.completeExceptionally(new FaultException(fault, mayBeDone));
        }
    }
}
