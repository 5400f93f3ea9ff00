package ballast.virtualmachine;

import java.security.DigestException;
import java.security.MessageDigest;

/// Half of a SHA-256 of everything in a transaction but its id: 2⁶⁴ transactions of one's own choice under one id
/// to make two of them look alike.
record ContentDigest(long high, long low) {
    /// Computes digests, one after the other.
    static final class Computer {
        private final MessageDigest sha256 = Sha256.digest();
        private final byte[] digest = new byte[32];

        ContentDigest of(Prepared prepared) {
            int offset = prepared.contentOffset();
            try {
                sha256.update(prepared.bytes(), offset, prepared.bytes().length - offset);
                sha256.digest(digest, 0, digest.length);
            } catch (DigestException e) {
                throw new IllegalStateException("a SHA-256 takes 32 bytes", e);
            }
            return new ContentDigest(WordBytes.at(digest, 0), WordBytes.at(digest, Long.BYTES));
        }
    }
}
