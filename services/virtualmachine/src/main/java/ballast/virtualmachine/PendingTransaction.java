package ballast.virtualmachine;

import com.google.protobuf.ByteString;

/// A transaction that somebody waits for.
record PendingTransaction(ByteString bytes, Recipient recipient, long acceptedMillis) {}
