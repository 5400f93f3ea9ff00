package ballast.publicapi;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/// The gRPC interface: the calls of [ballast.types.publicapi.v1.PublicApi], on the same port as everything else.
///
/// A request is one message, and whole before it is decoded, so gRPC is one more form of body here, under the same
/// limits and deadlines as any other. One call streams: [GrpcWatchExchange].
final class GrpcFront {
    private static final String GRPC = "application/grpc";
    private static final String GRPC_PROTO = "application/grpc+proto";
    private static final String WATCH = GrpcMethods.path("Watch");

    private final Backend backend;
    private final GrpcMethods methods;
    private final RouteMetrics watchMetrics;

    GrpcFront(Backend backend) {
        this.backend = backend;
        methods = new GrpcMethods(backend);
        watchMetrics = backend.metrics().method("Watch");
    }

    /// Whether a request speaks gRPC. HTTP/1.1 cannot carry its trailers.
    static boolean speaks(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 || !request.method().equals(HttpMethod.POST)) {
            return false;
        }
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return GRPC.equals(type) || GRPC_PROTO.equals(type);
    }

    /// A call whose headers are complete.
    void arrived(ConnectionGuard guard, HttpServerRequest request) {
        if (WATCH.equals(request.path())) {
            new GrpcWatchExchange(backend, guard, request, watchMetrics)
                    .receive(GrpcFrame.PREFIX_BYTES + backend.sizes().messageBytesMax());
        } else {
            arrived(guard, request, methods.of(String.valueOf(request.path())));
        }
    }

    private void arrived(ConnectionGuard guard, HttpServerRequest request, GrpcMethod<?, ?> method) {
        new GrpcExchange<>(backend, guard, request, method).receive(GrpcFrame.PREFIX_BYTES + method.bytesMax());
    }
}
