package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AmountTest {
    private static final BigInteger MAX = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "17, 17",
        "007, 7",
        "000000000000000000000000000000000000017, 17",
        "999999999999999999, 999999999999999999",
        "1000000000000000000, 1000000000000000000",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "18446744073709551616, 18446744073709551616",
        "170141183460469231731687303715884105727, 170141183460469231731687303715884105727",
    })
    void readsDecimalDigits(String text, String printed) {
        assertThat(amount(text)).hasToString(printed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "|amount is missing",
                "0|amount is 0 (at least: 1)",
                "00|amount is 0 (at least: 1)",
                "000000000000000000000|amount is 0 (at least: 1)",
                "-17|amount has '-' at place 1 (allowed: 0-9)",
                "+17|amount has '+' at place 1 (allowed: 0-9)",
                "1.5|amount has '.' at place 2 (allowed: 0-9)",
                "1e3|amount has 'e' at place 2 (allowed: 0-9)",
                "17 |amount has U+0020 at place 3 (allowed: 0-9)",
                "\u0661|amount has U+0661 at place 1 (allowed: 0-9)",
                "170141183460469231731687303715884105728|amount is 170141183460469231731687303715884105728 (at most: 170141183460469231731687303715884105727)",
                "340282366920938463463374607431768211457|amount is 340282366920938463463374607431768211457 (at most: 170141183460469231731687303715884105727)",
                "999999999999999999999999999999999999999|amount is 999999999999999999999999999999999999999 (at most: 170141183460469231731687303715884105727)",
                "1000000000000000000000000000000000000000|amount has 40 digits (at most: 39)",
            })
    void saysWhatIsWrongWithAText(@Nullable String text, String expected) {
        assertThat(Amount.parse(text == null ? "" : text)).isEqualTo(new Parsed.Invalid<Amount>(expected));
    }

    @Test
    void readsWhatBigIntegerPrints() {
        long seed = Optional.ofNullable(Long.getLong("seed")).orElse(20_260_102L);
        System.out.println("AmountTest: seed " + seed);
        var random = new Random(seed);
        for (int count = 0; count < 2_000; count++) {
            var value = new BigInteger(random.nextInt(1, 131), random).add(BigInteger.ONE);
            if (value.compareTo(MAX) <= 0) {
                assertThat(amount(value.toString())).hasToString(value.toString());
            } else {
                assertThat(Amount.parse(value.toString())).isInstanceOf(Parsed.Invalid.class);
            }
        }
    }

    @Test
    void isNeverZeroOrBelow() {
        assertThat(Amount.isAmount(Int128.of(1))).isTrue();
        assertThat(Amount.isAmount(Int128.ZERO)).isFalse();
        assertThat(Amount.isAmount(Int128.MIN)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(Int128.of(0)))
                .withMessage("amount is 0 (at least: 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Amount(Int128.of(-17)))
                .withMessage("amount is -17 (at least: 1)");
        assertThat(Amount.MAX).hasToString(MAX.toString());
    }

    private static Amount amount(String text) {
        return switch (Amount.parse(text)) {
            case Parsed.Valid<Amount>(Amount amount) -> amount;
            case Parsed.Invalid<Amount>(String flaw) -> throw new AssertionError(flaw);
        };
    }
}
