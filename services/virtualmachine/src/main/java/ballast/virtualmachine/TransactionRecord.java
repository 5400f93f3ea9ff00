package ballast.virtualmachine;

import ballast.ledger.TransactionId;
import java.util.Optional;

/// What stands under a transaction's id for ever: enough to tell a repeat from another content, and to find the
/// outcome in the journal.
///
/// @param content tells one content from another
/// @param position 0 where there is no such transaction
/// @param height the block of the journal that has it
/// @param offset where it begins there, see [ballast.journal.Journal#entry]
/// @param checksum CRC32C of the outcome, because an entry of the journal is not proven when it is read alone
/// @param reversedBy the transaction that reversed it
/// @param holds which of its legs placed holds
record TransactionRecord(
        ContentDigest content,
        long position,
        long height,
        int offset,
        int checksum,
        Optional<TransactionId> reversedBy,
        LegSet holds) {
    /// There is no such transaction.
    static final TransactionRecord NONE =
            new TransactionRecord(new ContentDigest(0, 0), 0, 0, 0, 0, Optional.empty(), LegSet.NONE);

    boolean exists() {
        return position != 0;
    }

    TransactionRecord reversedBy(TransactionId reversal) {
        return new TransactionRecord(content, position, height, offset, checksum, Optional.of(reversal), holds);
    }
}
