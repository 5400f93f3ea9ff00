package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class BalanceTest {
    @Test
    void reachesItsLimitsExactly() {
        assertThat(Balance.ZERO.plus(Amount.MAX)).contains(Balance.MAX);
        assertThat(Balance.ZERO.minus(Amount.MAX)).contains(Balance.MIN);
        assertThat(Balance.MIN.plus(Amount.MAX)).contains(Balance.ZERO);
        assertThat(Balance.MAX.minus(Amount.MAX)).contains(Balance.ZERO);
    }

    @Test
    void doesNotPassThem() {
        assertThat(Balance.MAX.plus(Amount.of(1))).isEmpty();
        assertThat(Balance.MIN.minus(Amount.of(1))).isEmpty();
        assertThat(Balance.MAX.plus(Amount.MAX)).isEmpty();
        assertThat(Balance.MIN.minus(Amount.MAX)).isEmpty();
        assertThat(Balance.of(1).plus(Amount.MAX)).isEmpty();
        assertThat(Balance.of(-1).minus(Amount.MAX)).isEmpty();
    }

    @Test
    void hasACounterpartForEveryValue() {
        assertThat(Balance.MIN).hasToString("-" + Balance.MAX);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Balance(Int128.MIN))
                .withMessage("balance is -170141183460469231731687303715884105728"
                        + " (at least: -170141183460469231731687303715884105727)");
    }
}
