package ballast.virtualmachine;

import ballast.types.virtualmachine.v1.ProcessTransactionResponse;
import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;

/// A transaction that somebody waits for.
record PendingTransaction(
        ByteString bytes, CompletableFuture<ProcessTransactionResponse> answer, long acceptedMillis) {}
