package ballast.virtualmachine;

import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;

/// A transaction that is decoded and ready to run.
///
/// @param bytes as it was agreed on
/// @param record what stands under its id
record Prepared(ByteString bytes, TransactionId id, Slot<TransactionRecord> record, Reading reading) {
    /// The id's field: number and wire type, length, 16 bytes. It comes first in what a machine puts into a
    /// block.
    private static final int ID_FIELD_BYTES = 2 + LedgerMessages.ID_BYTES;

    /// Everything but the id: what a repeat has to have in common with the first.
    ByteString content() {
        return bytes.substring(ID_FIELD_BYTES);
    }
}
