package ballast.virtualmachine;

import java.util.concurrent.CompletableFuture;

/// A read that somebody waits for.
///
/// @param bytes what it counts for while it waits
/// @param isLocal whether what this replica has is good enough
record PendingRead<T>(ReadCall<T> call, int bytes, boolean isLocal, CompletableFuture<T> answer, long acceptedMillis) {}
