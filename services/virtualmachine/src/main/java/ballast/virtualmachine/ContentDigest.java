package ballast.virtualmachine;

import com.google.protobuf.ByteString;
import java.security.DigestException;
import java.security.MessageDigest;

/// Half of a SHA-256 of everything in a transaction but its id: 2⁶⁴ transactions of one's own choice under one id
/// to make two of them look alike.
record ContentDigest(long high, long low) {
    /// Computes digests, one after the other.
    static final class Computer {
        private final MessageDigest sha256 = Sha256.digest();
        private final byte[] digest = new byte[32];
        private byte[] content = new byte[1 << 10];

        ContentDigest of(ByteString serialized) {
            int size = serialized.size();
            if (size > content.length) {
                content = new byte[2 * size];
            }
            serialized.copyTo(content, 0);
            try {
                sha256.update(content, 0, size);
                sha256.digest(digest, 0, digest.length);
            } catch (DigestException e) {
                throw new IllegalStateException("a SHA-256 takes 32 bytes", e);
            }
            return new ContentDigest(WordBytes.at(digest, 0), WordBytes.at(digest, Long.BYTES));
        }
    }
}
