package ballast.virtualmachine;

import ballast.ledger.Int128;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Integers and the bytes they stand in, most significant first.
final class WordBytes {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private WordBytes() {}

    static long at(byte[] bytes, int offset) {
        return (long) LONG.get(bytes, offset);
    }

    static void put(byte[] bytes, int offset, long value) {
        LONG.set(bytes, offset, value);
    }

    /// How many bytes say everything about an integer: none for zero.
    static int length(Int128 value) {
        long sign = value.high() >> (Long.SIZE - 1);
        if (value.high() == 0 && value.low() == 0) {
            return 0;
        }
        // A leading bit more than the significant ones tells the sign.
        int bits = value.high() == sign && value.low() >> (Long.SIZE - 1) == sign
                ? Long.SIZE - Long.numberOfLeadingZeros(value.low() ^ sign) + 1
                : 2 * Long.SIZE - Long.numberOfLeadingZeros(value.high() ^ sign) + 1;
        return (bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    /// A byte of an integer, counted from the least significant.
    static byte octet(Int128 value, int index) {
        return (byte)
                (index < Long.BYTES
                        ? value.low() >>> (index * Byte.SIZE)
                        : value.high() >>> ((index - Long.BYTES) * Byte.SIZE));
    }
}
