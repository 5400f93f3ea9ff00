package workouts.trainings.domain.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// UUIDs that are made from what they name.
public final class NamedUuid {
    private NamedUuid() {}

    /// The UUID of a content, for ever the same: version 8 of RFC 9562, from SHA-256.
    ///
    /// @param domain what the content is; two contents of two domains do not meet
    public static UUID of(String domain, byte[] content) {
        var sha256 = sha256();
        sha256.update(domain.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        var hash = ByteBuffer.wrap(sha256.digest(content));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
