package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.GrpcLedger;
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
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// gRPC on the same port tells the same story as HTTP, to a client of another make.
@Timeout(120)
final class GrpcE2e {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

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

        try (var grpc = new GrpcLedger(server.url())) {
            TransferResponse response = grpc.transfer(request);
            assertThat(response)
                    .isEqualTo(TransferResponse.newBuilder()
                            .setId(bytes(key))
                            .setPosition(1)
                            .setSenderBalance(Int128.newBuilder().setHigh(-1).setLow(-17))
                            .build());
            assertThat(grpc.transfer(request)).isEqualTo(response);

            GetBalanceRequest query =
                    GetBalanceRequest.newBuilder().setAccount(address("user2")).build();
            assertThat(grpc.balance(query))
                    .isEqualTo(GetBalanceResponse.newBuilder()
                            .setBalance(Int128.newBuilder().setLow(17))
                            .setPosition(1)
                            .build());
        }
        try (var http = new TransferClient(server.url())) {
            assertThat(http.balance("user2").body()).isEqualTo("17");
            assertThat(http.transfer(key, "from=user1&to=user2&amount=17").body())
                    .as("the same transfer over HTTP")
                    .isEqualTo("-17");
            assertThat(http.balance("user2").body()).isEqualTo("17");
        }
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
