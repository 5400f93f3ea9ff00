package ballast.client;

import java.math.BigInteger;
import java.time.Duration;

/// The ranges that the wire can carry. What else is wrong with a request the server says.
final class Ranges {
    static final BigInteger AMOUNT_MAX = BigInteger.TWO.pow(127).subtract(BigInteger.ONE);
    private static final BigInteger WORD_MIN = BigInteger.TWO.pow(127).negate();
    private static final long CODE_MAX = 0xffff_ffffL;

    private Ranges() {}

    static void requireAmount(BigInteger amount) {
        if (amount.signum() < 1 || amount.bitLength() > 127) {
            throw new IllegalArgumentException("amount is %s (expected: 1 to 2^127 - 1)".formatted(amount));
        }
    }

    static void requireWord(BigInteger value) {
        if (value.compareTo(WORD_MIN) < 0 || value.compareTo(AMOUNT_MAX) > 0) {
            throw new IllegalArgumentException("value is %s (expected: -2^127 to 2^127 - 1)".formatted(value));
        }
    }

    static void requireCode(long code) {
        if (code < 0 || code > CODE_MAX) {
            throw new IllegalArgumentException("code is %d (expected: 0 to 2^32 - 1)".formatted(code));
        }
    }

    static void requireTimeout(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("timeout is %s (expected: zero for never, or more)".formatted(timeout));
        }
    }
}
