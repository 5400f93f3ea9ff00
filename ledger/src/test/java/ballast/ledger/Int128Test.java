package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class Int128Test {
    private static final int RANDOM_VALUES = 120;

    @Test
    void printsWhatBigIntegerPrints() {
        for (var value : values()) {
            assertThat(int128(value)).hasToString(value.toString());
        }
    }

    @Test
    void comparesAndSignsLikeBigInteger() {
        for (var left : values()) {
            assertThat(int128(left).signum()).isEqualTo(left.signum());
            for (var right : values()) {
                assertThat(Integer.signum(int128(left).compareTo(int128(right))))
                        .describedAs("%s against %s", left, right)
                        .isEqualTo(left.compareTo(right));
            }
        }
    }

    @Test
    void addsSubtractsAndNegatesExactlyOrSaysThatItCannot() {
        for (var left : values()) {
            assertExact(left.negate(), () -> int128(left).negate());
            for (var right : values()) {
                assertSame(left, right, BigInteger::add, Int128::plus);
                assertSame(left, right, BigInteger::subtract, Int128::minus);
            }
        }
    }

    @Test
    void findsTheLesserOfTwo() {
        for (var left : values()) {
            for (var right : values()) {
                assertThat(int128(left).min(int128(right))).isEqualTo(int128(left.min(right)));
            }
        }
    }

    @Test
    void measuresTheDistanceUpToAnother() {
        var max = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);
        for (var from : values()) {
            for (var to : values()) {
                var distance = to.subtract(from).max(BigInteger.ZERO).min(max);
                assertThat(int128(from).distanceUpTo(int128(to))).isEqualTo(int128(distance));
            }
        }
    }

    @Test
    void tellsWhetherASumPassesTheRange() {
        for (var left : values()) {
            for (var right : values()) {
                if (left.signum() >= 0 && right.signum() >= 0) {
                    assertThat(int128(left).sumPasses(int128(right)))
                            .isEqualTo(left.add(right).bitLength() > 127);
                }
            }
        }
    }

    private static void assertSame(
            BigInteger left, BigInteger right, BinaryOperator<BigInteger> oracle, BinaryOperator<Int128> ours) {
        assertExact(oracle.apply(left, right), () -> ours.apply(int128(left), int128(right)));
    }

    private static void assertExact(BigInteger expected, Supplier<Int128> ours) {
        if (expected.bitLength() <= 127) {
            assertThat(ours.get()).isEqualTo(int128(expected));
        } else {
            assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(ours::get)
                    .withMessageContaining("passes 128 bits");
        }
    }

    /// The edges of 32, 64 and 128 bits and of nine decimal digits, and random values of every length.
    private static List<BigInteger> values() {
        var values = new ArrayList<BigInteger>();
        for (int bits : new int[] {0, 1, 31, 32, 63, 64, 65, 95, 96, 126, 127}) {
            var power = BigInteger.ONE.shiftLeft(bits);
            for (var value : List.of(power.subtract(BigInteger.ONE), power, power.add(BigInteger.ONE))) {
                values.add(value);
                values.add(value.negate());
            }
        }
        for (int digits : new int[] {1, 9, 18, 19, 27, 36, 38}) {
            values.add(BigInteger.TEN.pow(digits));
            values.add(BigInteger.TEN.pow(digits).negate().add(BigInteger.ONE));
        }
        long seed = Optional.ofNullable(Long.getLong("seed")).orElse(20_260_101L);
        System.out.println("Int128Test: seed " + seed);
        var random = new Random(seed);
        for (int count = 0; count < RANDOM_VALUES; count++) {
            var value = new BigInteger(random.nextInt(1, 128), random);
            values.add(random.nextBoolean() ? value : value.negate());
        }
        values.removeIf(value -> value.bitLength() > 127);
        return values;
    }

    private static Int128 int128(BigInteger value) {
        return new Int128(value.shiftRight(Long.SIZE).longValueExact(), value.longValue());
    }
}
