package ballast.virtualmachine;

import ballast.ledger.TransactionId;

/// A transaction that is decoded and ready to run.
///
/// @param bytes as it was agreed on; nobody writes into them
/// @param record what stands under its id
/// @param contentOffset where everything but the id begins: what a repeat has to have in common with the first
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of each would double the garbage of a block
record Prepared(byte[] bytes, TransactionId id, Slot<TransactionRecord> record, int contentOffset, Reading reading) {
    /// The id's field: number and wire type, length, 16 bytes. It comes first in what is written as it should be.
    static final int ID_FIELD_BYTES = 2 + LedgerMessages.ID_BYTES;
}
