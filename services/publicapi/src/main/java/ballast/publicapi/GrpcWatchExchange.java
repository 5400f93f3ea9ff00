package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.publicapi.v1.WatchRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/// The one streaming gRPC call: the change stream.
final class GrpcWatchExchange extends Exchange {
    private final Backend backend;
    private final RouteMetrics metrics;

    GrpcWatchExchange(Backend backend, ConnectionGuard guard, HttpServerRequest request, RouteMetrics metrics) {
        super(guard, request);
        this.backend = backend;
        this.metrics = metrics;
    }

    @Override
    void bodyAnnounced() {
        throw new IllegalStateException("gRPC over HTTP/1.1");
    }

    @Override
    void whole(Buffer bytes) {
        try {
            var transactions = backend.api().watch(GrpcMethod.decoded(WatchRequest.parser(), bytes));
            if (backend.streams().watchers().enter()) {
                GrpcHeaders.writeHead(response());
                var _ = response().writeHead();
                metrics.answered(GrpcStatus.OK.code(), loop().refresh() - openedNanos());
                new Stream().start(transactions);
            } else {
                backend.metrics().requestShed();
                refuse(GrpcReply.failed(Statuses.of(ServiceFailure.Kind.OVERLOADED)));
            }
        } catch (GrpcRefusedException e) {
            refuse(e.reply());
        } catch (InvalidArgumentException e) {
            refuse(GrpcReply.failed(Statuses.of(e)));
        }
    }

    @Override
    void tooLarge() {
        refuse(GrpcReply.failed(GrpcStatus.RESOURCE_EXHAUSTED, "the message is too large"));
    }

    @Override
    void tooSlow() {
        refuse(GrpcReply.failed(GrpcStatus.DEADLINE_EXCEEDED, "the request did not arrive in time"));
    }

    private void refuse(GrpcReply reply) {
        metrics.answered(reply.status().code(), loop().refresh() - openedNanos());
        if (isAwaited()) {
            GrpcHeaders.writeFailure(response(), reply);
            var _ = response().end();
        }
        replied();
    }

    private final class Stream extends WatchStream {
        Stream() {
            super(GrpcWatchExchange.this, backend.streams());
        }

        @Override
        Buffer encoded(RecordedTransaction transaction) {
            return GrpcFrame.of(transaction.toByteString());
        }

        @Override
        void endStopping() {
            end(GrpcReply.failed(
                    GrpcStatus.UNAVAILABLE, "the server stops; watch again from the position after the last one seen"));
        }

        @Override
        void endFailed(Throwable why) {
            end(GrpcReply.failed(Statuses.ofRead(why)));
        }

        @Override
        void closed() {
            // Nothing but the stream was open.
        }

        private void end(GrpcReply reply) {
            GrpcHeaders.writeTrailers(response(), reply);
            var _ = response().end();
        }
    }
}
