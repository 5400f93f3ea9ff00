package ballast.virtualmachine;

import ballast.ledger.Int128;
import ballast.ledger.TransactionId;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

/// Writes values of the state, small ones in few bytes. One writer serves many values, which stand side by side in few
/// arrays.
///
/// A count is a base-128 number, lowest seven bits first, as in protobuf. An integer of 128 bits is the number of
/// bytes that follow (0 to 16), then those bytes of its two's complement, most significant first, without those
/// that only repeat the sign. A text is its length and its ASCII characters.
final class ValueWriter {
    /// No value of the state is longer.
    static final int BYTES_MAX = 4_095;

    /// The arrays get larger with the number of values, but not larger than this.
    private static final int ARRAY_BYTES_MAX = 1 << 16;

    private byte[] bytes = new byte[BYTES_MAX];
    private int begin;
    private int size;

    /// What was written since the last call.
    ByteString taken() {
        var value = UnsafeByteOperations.unsafeWrap(bytes, begin, size - begin);
        begin = size;
        if (bytes.length - begin < BYTES_MAX) {
            bytes = new byte[Math.min(2 * bytes.length, ARRAY_BYTES_MAX)];
            begin = 0;
            size = 0;
        }
        return value;
    }

    ValueWriter octet(int value) {
        bytes[size++] = (byte) value;
        return this;
    }

    ValueWriter count(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            octet((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    ValueWriter word(long value) {
        WordBytes.put(bytes, size, value);
        size += Long.BYTES;
        return this;
    }

    ValueWriter halfWord(int value) {
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            octet(value >>> shift);
        }
        return this;
    }

    ValueWriter integer(Int128 value) {
        int length = WordBytes.length(value);
        octet(length);
        for (int index = length - 1; index >= 0; index--) {
            octet(WordBytes.octet(value, index));
        }
        return this;
    }

    ValueWriter id(TransactionId id) {
        return word(id.high()).word(id.low());
    }

    @SuppressWarnings("deprecation") // the low bytes of an ASCII text are the text, and this copies nothing else
    ValueWriter text(String text) {
        octet(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
        return this;
    }
}
