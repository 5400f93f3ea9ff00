package ballast.publicapi;

import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.PublicApiProto;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// The gRPC interface: the unary calls of [ballast.types.publicapi.v1.PublicApi], on the same port as everything else.
///
/// A request is small, and whole before it is decoded, so gRPC is one more form of body here, under the same limits and
/// deadlines as any other.
final class GrpcFront {
    private static final String GRPC = "application/grpc";
    private static final String GRPC_PROTO = "application/grpc+proto";

    private final Backend backend;
    private final Map<String, GrpcMethod<?, ?>> methods;
    private final GrpcMethod<?, ?> unknown;

    GrpcFront(Backend backend) {
        this.backend = backend;
        methods = Map.of(path("Transfer"), transfer(backend), path("GetBalance"), balance(backend));
        unknown = unknown(backend);
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
        var method = Objects.requireNonNullElse(methods.get(request.path()), unknown);
        new GrpcExchange<>(backend, guard, request, method)
                .receive(GrpcFrame.PREFIX_BYTES + backend.sizes().grpcMessageBytesMax());
    }

    private static String path(String method) {
        var service = PublicApiProto.getDescriptor().findServiceByName("PublicApi");
        return "/%s/%s"
                .formatted(
                        service.getFullName(), service.findMethodByName(method).getName());
    }

    private static GrpcMethod<TransferRequest, TransferResponse> transfer(Backend backend) {
        return new GrpcMethod<>(
                body -> withId(GrpcMethod.decoded(TransferRequest.parser(), body), backend.ids()),
                request -> request.getId().size() == TransactionId.BYTES ? TransactionId.text(request.getId()) : "",
                backend.api()::transfer,
                backend.metrics().method("Transfer"));
    }

    private static GrpcMethod<GetBalanceRequest, GetBalanceResponse> balance(Backend backend) {
        return new GrpcMethod<>(
                body -> GrpcMethod.decoded(GetBalanceRequest.parser(), body),
                request -> "",
                backend.api()::getBalance,
                backend.metrics().method("GetBalance"));
    }

    private static GrpcMethod<GetBalanceRequest, GetBalanceResponse> unknown(Backend backend) {
        return new GrpcMethod<>(
                body -> {
                    throw new GrpcRefusedException(
                            GrpcStatus.UNIMPLEMENTED,
                            "no such method (known: %s, %s)".formatted(path("Transfer"), path("GetBalance")));
                },
                request -> "",
                request -> CompletableFuture.failedFuture(new IllegalStateException("an unknown method was called")),
                backend.metrics().method("unknown"));
    }

    /// The id is drawn here, not behind, so that a failure can name it.
    private static TransferRequest withId(TransferRequest request, TransactionIds ids) {
        return request.getId().isEmpty()
                ? request.toBuilder().setId(TransactionId.bytes(ids.next())).build()
                : request;
    }
}
