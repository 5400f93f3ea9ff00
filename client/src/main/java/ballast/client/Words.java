package ballast.client;

import ballast.types.protocol.v1.Int128;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/// The forms in which numbers, ids and times travel.
final class Words {
    static final int ID_BYTES = 16;

    private Words() {}

    static Int128 int128(BigInteger value) {
        return Int128.newBuilder()
                .setHigh(value.shiftRight(Long.SIZE).longValue())
                .setLow(value.longValue())
                .build();
    }

    static BigInteger integer(Int128 words) {
        if (words.getHigh() == words.getLow() >> (Long.SIZE - 1)) {
            return BigInteger.valueOf(words.getLow());
        }
        return new BigInteger(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(words.getHigh())
                .putLong(words.getLow())
                .array());
    }

    static ByteString bytes(UUID id) {
        return ByteString.copyFrom(ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    /// @throws BrokenAnswerException unless these are 16 bytes
    static UUID id(ByteString bytes) {
        if (bytes.size() != ID_BYTES) {
            throw new BrokenAnswerException("an id of %d bytes".formatted(bytes.size()));
        }
        var words = bytes.asReadOnlyByteBuffer();
        return new UUID(words.getLong(), words.getLong());
    }

    static Instant time(long millis) {
        return Instant.ofEpochMilli(millis);
    }
}
