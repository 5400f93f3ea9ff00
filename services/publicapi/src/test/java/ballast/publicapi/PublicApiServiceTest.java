package ballast.publicapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.history.testing.InMemoryHistory;
import ballast.types.protocol.v1.Address;
import ballast.types.protocol.v1.Int128;
import ballast.types.publicapi.v1.GetBalanceRequest;
import ballast.types.publicapi.v1.TransferRequest;
import ballast.virtualmachine.testing.FakeVirtualMachine;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/// The service without a transport, as another part of the process calls it.
final class PublicApiServiceTest {
    private static final UUID ID = UUID.fromString("8e03978e-40d5-43dd-bc93-6894a57f9324");

    private final PublicApiService service =
            new PublicApiService(new FakeVirtualMachine(), new InMemoryHistory(), () -> ID);

    @Test
    void drawsAnIdForATransferWithoutOne() throws Exception {
        var answer = service.transfer(transfer("user1")).toCompletableFuture().get();
        assertThat(answer.getId()).isEqualTo(TransactionId.bytes(ID));
        assertThat(answer.getSenderBalance().getLow()).isEqualTo(-17);
    }

    @Test
    void failsTheStageOfAnInvalidRequest() {
        assertThatThrownBy(() ->
                        service.transfer(transfer("a b")).toCompletableFuture().get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        invalid -> assertThat(invalid.parameter()).isEqualTo("from"));
        assertThatThrownBy(() -> service.getBalance(GetBalanceRequest.getDefaultInstance())
                        .toCompletableFuture()
                        .get())
                .cause()
                .isInstanceOfSatisfying(
                        InvalidArgumentException.class,
                        invalid -> assertThat(invalid.parameter()).isEqualTo("account"));
    }

    private static TransferRequest transfer(String from) {
        return TransferRequest.newBuilder()
                .setFrom(Address.newBuilder().setValue(from))
                .setTo(Address.newBuilder().setValue("user2"))
                .setAmount(Int128.newBuilder().setLow(17))
                .build();
    }
}
