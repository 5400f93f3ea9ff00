package ballast.virtualmachine;

import ballast.guard.Invariant;
import ballast.ledger.Balance;
import ballast.ledger.Int128;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The balance of an account as it stands in the state: format (1 byte, always 1) and a big-endian 128-bit
/// integer.
final class BalanceValue {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte FORMAT = 1;
    private static final int BYTES = 1 + 2 * Long.BYTES;

    private BalanceValue() {}

    static ByteString encoded(Balance balance) {
        var value = new byte[BYTES];
        value[0] = FORMAT;
        LONG.set(value, 1, balance.value().high());
        LONG.set(value, 1 + Long.BYTES, balance.value().low());
        return UnsafeByteOperations.unsafeWrap(value);
    }

    /// The balance; zero where there is no value.
    static Balance decoded(ByteString value) {
        if (value.isEmpty()) {
            return Balance.ZERO;
        }
        Invariant.check(value.size() == BYTES && value.byteAt(0) == FORMAT, "an account's value is a balance");
        return new Balance(new Int128(longAt(value, 1), longAt(value, 1 + Long.BYTES)));
    }

    private static long longAt(ByteString value, int offset) {
        long bits = 0;
        for (int index = 0; index < Long.BYTES; index++) {
            bits = (bits << Byte.SIZE) | (value.byteAt(offset + index) & 0xff);
        }
        return bits;
    }
}
