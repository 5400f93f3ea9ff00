package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.e2e.process.TransferClient;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.Int128;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.GetBalanceResponse;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.types.publicapi.v1.TransferResponse;
import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import io.vertx.grpc.client.GrpcClient;
import io.vertx.grpc.common.GrpcMessageDecoder;
import io.vertx.grpc.common.GrpcMessageEncoder;
import io.vertx.grpc.common.GrpcReadStream;
import io.vertx.grpc.common.ServiceMethod;
import io.vertx.grpc.common.ServiceName;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// gRPC on the same port tells the same story as HTTP, to a client of another make.
@Timeout(120)
final class GrpcE2e {
    private static final ServiceName PUBLIC_API = ServiceName.create("ballast.publicapi.v1.PublicApi");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final Vertx vertx = Vertx.vertx();
    private final GrpcClient grpc = GrpcClient.client(vertx);

    @AfterEach
    void closeTheClient() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    @Test
    void movesMoneyOnceAndReadsIt() throws Exception {
        ServerProcess server = nodes.start(Launch.on(folder.resolve("data")));
        UUID key = UUID.randomUUID();
        TransferRequest request = TransferRequest.newBuilder()
                .setId(bytes(key))
                .setFrom(address("user1"))
                .setTo(address("user2"))
                .setAmount(Int128.newBuilder().setLow(17))
                .build();

        TransferResponse response = call(server.url(), "Transfer", request, TransferResponse.getDefaultInstance());
        assertThat(response)
                .isEqualTo(TransferResponse.newBuilder()
                        .setId(bytes(key))
                        .setPosition(1)
                        .setSenderBalance(Int128.newBuilder().setHigh(-1).setLow(-17))
                        .build());
        assertThat(call(server.url(), "Transfer", request, TransferResponse.getDefaultInstance()))
                .isEqualTo(response);

        GetBalanceRequest query =
                GetBalanceRequest.newBuilder().setAccount(address("user2")).build();
        assertThat(call(server.url(), "GetBalance", query, GetBalanceResponse.getDefaultInstance()))
                .isEqualTo(GetBalanceResponse.newBuilder()
                        .setBalance(Int128.newBuilder().setLow(17))
                        .setPosition(1)
                        .build());
        try (var http = new TransferClient(server.url())) {
            assertThat(http.balance("user2").body()).isEqualTo("17");
            assertThat(http.transfer(key, "from=user1&to=user2&amount=17").body())
                    .as("the same transfer over HTTP")
                    .isEqualTo("-17");
            assertThat(http.balance("user2").body()).isEqualTo("17");
        }
    }

    private <Q extends Message, A extends Message> A call(URI url, String method, Q request, A like) throws Exception {
        ServiceMethod<A, Q> called = ServiceMethod.client(
                PUBLIC_API, method, GrpcMessageEncoder.encoder(), GrpcMessageDecoder.<A>decoder(like));
        return grpc.request(SocketAddress.inetSocketAddress(url.getPort(), url.getHost()), called)
                // On the event loop: a step that this thread adds may find the message gone.
                .compose(open -> open.send(request).compose(GrpcReadStream::last))
                .toCompletionStage()
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private static Address address(String account) {
        return Address.newBuilder().setValue(account).build();
    }

    private static ByteString bytes(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip();
        return ByteString.copyFrom(bytes);
    }
}
