package ballast.simulation.ledger;

import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;

/// Words of 64 bits as big integers, and back.
public final class Numbers {
    /// The largest value of a counter: 2^127 - 1.
    public static final BigInteger MAX = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);

    private static final BigInteger WORD = BigInteger.TWO.pow(64);

    private Numbers() {}

    public static BigInteger of(Int128 value) {
        return BigInteger.valueOf(value.getHigh()).shiftLeft(64).add(unsigned(value.getLow()));
    }

    public static Int128 int128(BigInteger value) {
        return Int128.newBuilder()
                .setHigh(value.shiftRight(64).longValue())
                .setLow(value.longValue())
                .build();
    }

    public static Int128 int128(long value) {
        return int128(BigInteger.valueOf(value));
    }

    static BigInteger unsigned(long word) {
        BigInteger value = BigInteger.valueOf(word);
        return value.signum() < 0 ? value.add(WORD) : value;
    }
}
