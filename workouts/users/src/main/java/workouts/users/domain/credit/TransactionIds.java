package workouts.users.domain.credit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import workouts.users.domain.person.PersonId;

/// Names the transactions of the ledger: the same step has the same name for ever, so that the ledger, which does
/// nothing twice under one name, does no step twice.
///
/// A name is a UUID of version 8 (RFC 9562) from the first 128 bits of the SHA-256 of `workouts.users.credit`, a
/// zero, the word of the step, a zero, and the 16 bytes of what the step is about. To change this would let every
/// step happen once more.
public final class TransactionIds {
    private static final String DOMAIN = "workouts.users.credit";

    private TransactionIds() {}

    /// The opening of a person's account.
    public static UUID open(PersonId person) {
        return of("open", person.value());
    }

    /// The hold of a booking, or what keeps it from being placed.
    public static UUID hold(BookingId booking) {
        return of("hold", booking.value());
    }

    public static UUID capture(BookingId booking) {
        return of("capture", booking.value());
    }

    public static UUID release(BookingId booking) {
        return of("release", booking.value());
    }

    /// Everything that is asked for under a request id: so no two different things can be.
    public static UUID request(RequestId request) {
        return of("request", request.value());
    }

    private static UUID of(String step, UUID subject) {
        var text = (DOMAIN + "\0" + step + "\0").getBytes(StandardCharsets.UTF_8);
        var hash = ByteBuffer.wrap(sha256(ByteBuffer.allocate(text.length + 16)
                .put(text)
                .putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits())
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
