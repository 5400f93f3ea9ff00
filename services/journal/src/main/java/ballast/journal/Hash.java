package ballast.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// A SHA-256 value: 32 bytes, compared by content, printed in hexadecimal.
public final class Hash {
    /// How many bytes a hash has.
    public static final int BYTES = 32;

    /// All zeros: what stands before the first block.
    public static final Hash ZERO = new Hash(new byte[BYTES]);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A copy of 32 bytes.
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("hash: %d bytes (expected: %d)".formatted(bytes.length, BYTES));
        }
        return new Hash(bytes.clone());
    }

    /// The 32 bytes that stand at an index of the buffer.
    static Hash at(int index, ByteBuffer buffer) {
        byte[] copy = new byte[BYTES];
        buffer.get(index, copy);
        return new Hash(copy);
    }

    /// Puts the 32 bytes at the buffer's position.
    void putInto(ByteBuffer buffer) {
        buffer.put(bytes);
    }

    /// Whether the 32 bytes at an index of the buffer are these.
    boolean standsAt(int index, ByteBuffer buffer) {
        return buffer.slice(index, BYTES).equals(ByteBuffer.wrap(bytes));
    }

    /// A copy of the 32 bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
