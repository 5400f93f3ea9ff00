package ballast.virtualmachine;

import ballast.types.protocol.v1.ContractCall;
import ballast.types.virtualmachine.v1.CallContractResponse;
import java.util.concurrent.CompletableFuture;

/// A read that somebody waits for.
record PendingRead(ContractCall call, CompletableFuture<CallContractResponse> answer, long acceptedMillis) {}
