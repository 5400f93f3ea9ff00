package workouts.trainings.app.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;

/// Names for bookings: a new one, or the one that an attendee's key stands for, for ever the same (a UUID of version 8,
/// RFC 9562, from SHA-256). Two attendees with one key do not meet.
final class BookingIds {
    private static final byte[] DOMAIN = "workouts.trainings.booking\0".getBytes(StandardCharsets.UTF_8);

    private final Supplier<UUID> fresh;

    BookingIds(Supplier<UUID> fresh) {
        this.fresh = fresh;
    }

    UUID fresh() {
        return fresh.get();
    }

    static UUID of(UUID attendee, UUID key) {
        var hash = ByteBuffer.wrap(sha256(ByteBuffer.allocate(DOMAIN.length + 32)
                .put(DOMAIN)
                .putLong(attendee.getMostSignificantBits())
                .putLong(attendee.getLeastSignificantBits())
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .array()));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
