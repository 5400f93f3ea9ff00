package ballast.simulation.ledger;

import com.google.protobuf.ByteString;

/// A hold: the transaction that placed it, and which of its legs.
record HoldName(ByteString transaction, int leg) {}
