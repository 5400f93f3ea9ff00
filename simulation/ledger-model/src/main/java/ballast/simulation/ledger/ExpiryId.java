package ballast.simulation.ledger;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The id of the transaction by which the ledger ends a hold.
public final class ExpiryId {
    private static final byte[] PURPOSE = "ballast expiry".getBytes(StandardCharsets.US_ASCII);

    private ExpiryId() {}

    /// The id for a hold.
    ///
    /// @param transaction the one that placed the hold
    /// @param leg and which of its legs
    public static ByteString of(ByteString transaction, int leg, long deadlineMillis) {
        ByteBuffer numbers = ByteBuffer.allocate(12).putInt(leg).putLong(deadlineMillis);
        byte[] digest = sha256(PURPOSE, transaction.toByteArray(), numbers.array());
        // version 8 of RFC 9562: made in our own way
        digest[6] = (byte) (0x80 | (digest[6] & 0x0f));
        digest[8] = (byte) (0x80 | (digest[8] & 0x3f));
        return ByteString.copyFrom(digest, 0, 16);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
