package ballast.virtualmachine;

import java.security.MessageDigest;

/// Half of a SHA-256 of everything in a transaction but its id: 2⁶⁴ transactions of one's own choice under one id
/// to make two of them look alike.
record ContentDigest(long high, long low) {
    /// Computes digests, one after the other.
    static final class Computer {
        private final MessageDigest sha256 = Sha256.digest();

        ContentDigest of(Prepared prepared) {
            int offset = prepared.contentOffset();
            sha256.update(prepared.bytes(), offset, prepared.bytes().length - offset);
            var digest = sha256.digest();
            return new ContentDigest(WordBytes.at(digest, 0), WordBytes.at(digest, Long.BYTES));
        }
    }
}
