package ballast.consensus.testing;

import ballast.consensus.LogPosition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// An entry as a machine got it: where it stands and a copy of its bytes.
public record DeliveredEntry(LogPosition position, ByteBuffer bytes) {
    /// Copies the buffer's remaining bytes.
    public DeliveredEntry {
        bytes = ByteBuffer.allocate(bytes.remaining())
                .put(bytes.duplicate())
                .flip()
                .asReadOnlyBuffer();
    }

    /// A view of the bytes with a position of its own.
    @Override
    public ByteBuffer bytes() {
        return bytes.duplicate();
    }

    /// The bytes read as UTF-8, for tests that propose text.
    public String text() {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
