package ballast.ledger;

/// A signed 128-bit integer in two's complement on two longs: `high` · 2⁶⁴ + `low`, with `low` read as
/// unsigned.
///
/// Arithmetic is exact or throws [ArithmeticException]; nothing wraps.
public record Int128(long high, long low) implements Comparable<Int128> {
    public static final Int128 ZERO = of(0);

    /// 2¹²⁷−1.
    public static final Int128 MAX = new Int128(Long.MAX_VALUE, -1);

    /// −2¹²⁷.
    public static final Int128 MIN = new Int128(Long.MIN_VALUE, 0);

    public static Int128 of(long value) {
        return new Int128(value >> (Long.SIZE - 1), value);
    }

    public Int128 plus(Int128 other) {
        var sum = wrappingPlus(other);
        // The sum of two numbers of one sign has that sign, unless it did not fit.
        if (((high ^ sum.high) & (other.high ^ sum.high)) < 0) {
            throw new ArithmeticException("%s + %s passes 128 bits".formatted(this, other));
        }
        return sum;
    }

    public Int128 minus(Int128 other) {
        var difference = wrappingPlus(other.wrappingNegate());
        // Numbers of one sign always have a difference; of two signs, it has the sign of the first.
        if (((high ^ other.high) & (high ^ difference.high)) < 0) {
            throw new ArithmeticException("%s - %s passes 128 bits".formatted(this, other));
        }
        return difference;
    }

    public Int128 negate() {
        return ZERO.minus(this);
    }

    /// Below zero, zero or above it: -1, 0 or 1.
    public int signum() {
        return high == 0 && low == 0 ? 0 : high < 0 ? -1 : 1;
    }

    @Override
    public int compareTo(Int128 other) {
        return high == other.high ? Long.compareUnsigned(low, other.low) : Long.compare(high, other.high);
    }

    Int128 min(Int128 other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// How far it is up to another integer: zero if that is not above this one, and [#MAX] if it is further than that.
    Int128 distanceUpTo(Int128 other) {
        if (other.compareTo(this) <= 0) {
            return ZERO;
        }
        // Between zero and 2^128; what does not fit looks negative.
        var distance = other.wrappingPlus(wrappingNegate());
        return distance.high < 0 ? MAX : distance;
    }

    /// Whether the sum of two integers that are not negative is above [#MAX].
    boolean sumPasses(Int128 other) {
        return wrappingPlus(other).high < 0;
    }

    /// Whether a `long` can hold it.
    boolean fitsLong() {
        return high == (low >> (Long.SIZE - 1));
    }

    /// Decimal digits, after a minus sign where it is below zero.
    @Override
    public String toString() {
        return Decimals.print(this);
    }

    Int128 wrappingNegate() {
        return new Int128(low == 0 ? -high : ~high, -low);
    }

    private Int128 wrappingPlus(Int128 other) {
        long lowSum = low + other.low;
        long carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        return new Int128(high + other.high + carry, lowSum);
    }
}
