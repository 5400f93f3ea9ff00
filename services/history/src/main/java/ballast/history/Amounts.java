package ballast.history;

import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;

/// Signed 128-bit numbers as messages carry them.
final class Amounts {
    private static final BigInteger LOW_WORD =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private Amounts() {}

    static int compare(Int128 left, Int128 right) {
        int high = Long.compare(left.getHigh(), right.getHigh());
        return high != 0 ? high : Long.compareUnsigned(left.getLow(), right.getLow());
    }

    static BigInteger number(Int128 number) {
        return BigInteger.valueOf(number.getHigh())
                .shiftLeft(Long.SIZE)
                .add(BigInteger.valueOf(number.getLow()).and(LOW_WORD));
    }

    static Int128 int128(BigInteger number) {
        return Int128.newBuilder()
                .setHigh(number.shiftRight(Long.SIZE).longValue())
                .setLow(number.longValue())
                .build();
    }
}
