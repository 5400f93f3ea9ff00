package ballast.publicapi.spec;

import ballast.types.ledger.v1.BalanceResult;
import ballast.types.protocol.v1.Int128;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Answers that no virtual machine may give.
final class Answers {
    /// No protobuf message: a field that ends before its length.
    static final ByteString GARBAGE = ByteString.copyFrom(new byte[] {0x0a, 0x7f});

    /// The balance -2^127, which is out of range.
    static final ByteString IMPOSSIBLE = BalanceResult.newBuilder()
            .setBalance(Int128.newBuilder().setHigh(Long.MIN_VALUE))
            .build()
            .toByteString();

    private Answers() {}

    static CompletionStage<ProcessTransactionResponse> transaction(ProcessTransactionResponse.Builder response) {
        return CompletableFuture.completedFuture(response.build());
    }

    static CompletionStage<CallContractResponse> call(CallContractResponse.Builder response) {
        return CompletableFuture.completedFuture(response.build());
    }
}
