package ballast.virtualmachine;

import ballast.ledger.TransactionId;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Transaction;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The transaction that the ledger itself writes when a hold's time is over.
final class ExpiryTransaction {
    private static final byte[] NAME = "ballast expiry".getBytes(StandardCharsets.US_ASCII);

    /// Of a UUID whose bits follow from something of one's own: version 8, variant 2.
    private static final long VERSION_MASK = 0xf000L;

    private static final long VERSION = 0x8000L;
    private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ExpiryTransaction() {}

    /// The id: the beginning of SHA-256 of a name, the hold's transaction (16 bytes), its leg (4) and the
    /// deadline (8), as a UUID of version 8. Anybody can compute it and take it before; then the next attempt's
    /// number (4) is added, until one is free.
    ///
    /// @param attempt from 0
    static TransactionId id(MessageDigest sha256, Deadline deadline, int attempt) {
        var hold = deadline.hold();
        var text = ByteBuffer.allocate(NAME.length + 3 * Long.BYTES + 2 * Integer.BYTES)
                .put(NAME)
                .putLong(hold.transaction().high())
                .putLong(hold.transaction().low())
                .putInt(hold.leg())
                .putLong(deadline.timeMillis());
        if (attempt > 0) {
            text.putInt(attempt);
        }
        sha256.update(text.flip());
        var digest = sha256.digest();
        return new TransactionId(
                (WordBytes.at(digest, 0) & ~VERSION_MASK) | VERSION,
                (WordBytes.at(digest, Long.BYTES) & ~VARIANT_MASK) | VARIANT);
    }

    static Transaction of(TransactionId id, Deadline deadline) {
        var hold = HoldReference.newBuilder()
                .setTransaction(LedgerMessages.bytes(deadline.hold().transaction()))
                .setLeg(deadline.hold().leg());
        return Transaction.newBuilder()
                .setId(LedgerMessages.bytes(id))
                .addLegs(Leg.newBuilder().setExpire(ExpireHold.newBuilder().setHold(hold)))
                .build();
    }

    /// Whether a recorded transaction is one of these: only the ledger's own expiries are committed.
    static boolean isOne(Transaction transaction, boolean isCommitted) {
        return isCommitted
                && transaction.getLegsCount() == 1
                && transaction.getLegs(0).hasExpire();
    }
}
