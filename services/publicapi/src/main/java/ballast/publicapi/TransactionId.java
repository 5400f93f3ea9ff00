package ballast.publicapi;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;

/// An id in its two forms: 16 bytes in messages, a UUID in text.
final class TransactionId {
    static final int BYTES = 16;

    private static final int TEXT_LENGTH = 36;

    private TransactionId() {}

    static ByteString bytes(UUID id) {
        var bytes = ByteBuffer.allocate(BYTES);
        return ByteString.copyFrom(bytes.putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .flip());
    }

    static String text(ByteString id) {
        var bytes = id.asReadOnlyByteBuffer();
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /// Takes the form `8-4-4-4-12` of RFC 9562 and no other: the JDK's parser takes `1-1-1-1-1` as well.
    static boolean isText(String text) {
        if (text.length() != TEXT_LENGTH) {
            return false;
        }
        for (int index = 0; index < TEXT_LENGTH; index++) {
            boolean hyphen = index == 8 || index == 13 || index == 18 || index == 23;
            char found = text.charAt(index);
            if (hyphen ? found != '-' : !HexFormat.isHexDigit(found)) {
                return false;
            }
        }
        return true;
    }
}
