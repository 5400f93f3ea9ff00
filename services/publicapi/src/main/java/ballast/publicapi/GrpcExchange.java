package ballast.publicapi;

import ballast.guard.ServiceFailure;
import com.google.protobuf.MessageLite;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/// A unary gRPC call and its answer (gRPC over HTTP/2, PROTOCOL-HTTP2.md of the gRPC project).
final class GrpcExchange<Q extends MessageLite, A extends MessageLite> extends Exchange {
    private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("application/grpc");
    private static final CharSequence ACCEPT_ENCODING = HttpHeaders.createOptimized("grpc-accept-encoding");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence STATUS = HttpHeaders.createOptimized("grpc-status");
    private static final CharSequence MESSAGE = HttpHeaders.createOptimized("grpc-message");
    private static final CharSequence TRANSACTION_ID = HttpHeaders.createOptimized("ballast-transaction-id");

    private final Backend backend;
    private final GrpcMethod<Q, A> method;

    GrpcExchange(Backend backend, ConnectionGuard guard, HttpServerRequest request, GrpcMethod<Q, A> method) {
        super(guard, request);
        this.backend = backend;
        this.method = method;
    }

    @Override
    void bodyAnnounced() {
        throw new IllegalStateException("gRPC over HTTP/1.1");
    }

    @Override
    void whole(Buffer bytes) {
        Q message;
        try {
            message = method.decode().apply(bytes);
        } catch (GrpcRefusedException e) {
            send(e.reply());
            return;
        }
        if (backend.inFlight().enter()) {
            new Call(message).start(() -> method.call().apply(message));
        } else {
            backend.metrics().requestShed();
            send(GrpcReply.failed(Statuses.of(ServiceFailure.Kind.OVERLOADED)));
        }
    }

    @Override
    void tooLarge() {
        send(GrpcReply.failed(
                GrpcStatus.RESOURCE_EXHAUSTED,
                "the message is too large (at most: %d bytes)"
                        .formatted(backend.sizes().grpcMessageBytesMax())));
    }

    @Override
    void tooSlow() {
        send(GrpcReply.failed(GrpcStatus.DEADLINE_EXCEEDED, "the request did not arrive in time"));
    }

    private void send(GrpcReply reply) {
        method.metrics().answered(reply.status().code(), loop().refresh() - openedNanos());
        if (isAwaited()) {
            write(reply);
        }
        replied();
    }

    /// A failure has no message, so its status travels in the headers: "trailers only".
    private void write(GrpcReply reply) {
        var response = response();
        var headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, CONTENT_TYPE);
        headers.set(ACCEPT_ENCODING, IDENTITY);
        if (reply.status() == GrpcStatus.OK) {
            response.trailers().set(STATUS, "0");
            var _ = response.end(GrpcFrame.of(reply.bytes()));
            return;
        }
        headers.set(STATUS, Integer.toString(reply.status().code()));
        headers.set(MESSAGE, percentEncoded(reply.text()));
        if (!reply.transactionId().isEmpty()) {
            headers.set(TRANSACTION_ID, reply.transactionId());
        }
        var _ = response.end();
    }

    /// All our texts are printable ASCII, so only the escape must be escaped; and `+`, which some clients take for a
    /// blank.
    private static String percentEncoded(String text) {
        return text.replace("%", "%25").replace("+", "%2B");
    }

    private final class Call extends PendingCall<A> {
        private final Q message;

        Call(Q message) {
            super(loop(), backend.inFlight());
            this.message = message;
        }

        @Override
        void answered(A answer) {
            send(GrpcReply.ok(answer));
        }

        @Override
        void failed(Throwable why) {
            var id = method.transactionId().apply(message);
            var statuses = id.isEmpty() ? Statuses.ofRead(why) : Statuses.of(why);
            send(GrpcReply.failed(statuses).about(id));
        }
    }
}
