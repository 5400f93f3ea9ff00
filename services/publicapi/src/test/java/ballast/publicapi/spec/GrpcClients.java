package ballast.publicapi.spec;

import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import ballast.types.publicapi.v1.WatchRequest;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.client.GrpcClientOptions;
import io.vertx.grpc.client.GrpcClientResponse;
import io.vertx.grpc.common.GrpcMessageDecoder;
import io.vertx.grpc.common.GrpcMessageEncoder;
import io.vertx.grpc.common.GrpcStatus;
import io.vertx.grpc.common.ServiceMethod;
import io.vertx.grpc.common.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A gRPC client that is not ours, so that both sides cannot share a mistake.
final class GrpcClients implements AutoCloseable {
    private static final ServiceName SERVICE = ServiceName.create("ballast.publicapi.v1.PublicApi");
    private static final long PATIENCE_SECONDS = 20;

    static final ServiceMethod<TransferResponse, TransferRequest> TRANSFER = ServiceMethod.client(
            SERVICE,
            "Transfer",
            GrpcMessageEncoder.encoder(),
            GrpcMessageDecoder.decoder(TransferResponse.getDefaultInstance()));

    static final ServiceMethod<GetBalanceResponse, GetBalanceRequest> GET_BALANCE = ServiceMethod.client(
            SERVICE,
            "GetBalance",
            GrpcMessageEncoder.encoder(),
            GrpcMessageDecoder.decoder(GetBalanceResponse.getDefaultInstance()));

    static final ServiceMethod<GetBalanceResponse, GetBalanceRequest> MISSPELT = ServiceMethod.client(
            SERVICE,
            "GetBalanse",
            GrpcMessageEncoder.encoder(),
            GrpcMessageDecoder.decoder(GetBalanceResponse.getDefaultInstance()));

    /// What became of a call.
    ///
    /// @param text grpc-message
    /// @param transactionId the trailer ballast-transaction-id
    record Answer<A>(Optional<A> message, GrpcStatus status, String text, String transactionId) {}

    private static final int WINDOW_BYTES = 8 << 20;
    private static final int MESSAGE_BYTES_MAX = 64 << 20;

    private final Vertx vertx = Vertx.vertx();
    /// With windows as wide as a client of batches has them.
    private final GrpcClient client = GrpcClient.client(
            vertx,
            new GrpcClientOptions().setMaxMessageSize(MESSAGE_BYTES_MAX),
            new HttpClientOptions()
                    .setHttp2ConnectionWindowSize(WINDOW_BYTES)
                    .setInitialSettings(new Http2Settings().setInitialWindowSize(WINDOW_BYTES)));

    static <Q extends Message, A extends Message> ServiceMethod<A, Q> method(String name, A answer) {
        return ServiceMethod.client(SERVICE, name, GrpcMessageEncoder.encoder(), GrpcMessageDecoder.decoder(answer));
    }

    /// Puts what comes into a list, and tells the status at the end.
    CompletableFuture<GrpcStatus> watch(int port, WatchRequest from, List<RecordedTransaction> seen) {
        ServiceMethod<RecordedTransaction, WatchRequest> method =
                method("Watch", RecordedTransaction.getDefaultInstance());
        return call(port, method, from, "identity", one -> {
                    synchronized (seen) {
                        seen.add(one);
                    }
                })
                .map(GrpcClientResponse::status)
                .toCompletionStage()
                .toCompletableFuture();
    }

    <Q extends MessageLite, A extends MessageLite> Answer<A> call(int port, ServiceMethod<A, Q> method, Q message) {
        return call(port, method, message, "identity");
    }

    <Q extends MessageLite, A extends MessageLite> Answer<A> call(
            int port, ServiceMethod<A, Q> method, Q message, String encoding) {
        var received = new AtomicReference<Optional<A>>(Optional.empty());
        var answer = call(port, method, message, encoding, one -> received.set(Optional.of(one)))
                .map(response -> {
                    var id = response.headers().get("ballast-transaction-id");
                    var text = response.statusMessage();
                    return new Answer<>(
                            received.get(), response.status(), text == null ? "" : text, id == null ? "" : id);
                });
        try {
            return answer.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the call was not answered", e);
        }
    }

    /// The response once it has ended, in failure too. The handler is set on the event loop, before a message can come:
    /// a step that this thread adds later may find the message gone.
    private <Q, A> Future<GrpcClientResponse<Q, A>> call(
            int port, ServiceMethod<A, Q> method, Q message, String encoding, Handler<A> onMessage) {
        return client.request(SocketAddress.inetSocketAddress(port, "127.0.0.1"), method)
                .compose(request -> {
                    var response = request.response().compose(arrived -> {
                        arrived.handler(onMessage);
                        return arrived.end().otherwiseEmpty().map(end -> arrived);
                    });
                    request.encoding(encoding).end(message);
                    return response;
                });
    }

    @Override
    public void close() {
        vertx.close();
    }
}
