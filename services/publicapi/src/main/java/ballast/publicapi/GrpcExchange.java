package ballast.publicapi;

import ballast.guard.ServiceFailure;
import com.google.protobuf.MessageLite;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// A unary gRPC call and its answer (gRPC over HTTP/2, PROTOCOL-HTTP2.md of the gRPC project).
final class GrpcExchange<Q extends MessageLite, A extends MessageLite> extends Exchange {
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
                "the message is too large (at most: %d bytes)".formatted(method.bytesMax())));
    }

    @Override
    void tooSlow() {
        send(GrpcReply.failed(GrpcStatus.DEADLINE_EXCEEDED, "the request did not arrive in time"));
    }

    private void send(GrpcReply reply) {
        method.metrics().answered(reply.status().code(), loop().refresh() - openedNanos());
        if (!isAwaited()) {
            replied();
        } else if (reply.status() == GrpcStatus.OK) {
            GrpcHeaders.writeHead(response());
            GrpcHeaders.writeOk(response());
            Outflow.end(this, GrpcFrame.of(reply.bytes()));
        } else {
            GrpcHeaders.writeFailure(response(), reply);
            var _ = response().end();
            replied();
        }
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
            send(GrpcReply.failed(method.statuses().apply(why))
                    .about(method.transactionId().apply(message)));
        }
    }
}
