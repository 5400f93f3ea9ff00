package ballast.ledger;

import java.util.Optional;

/// What an account holds, in the asset's smallest unit: −(2¹²⁷−1) to 2¹²⁷−1. The range is symmetric, so that
/// every balance has a counterpart that cancels it.
public record Balance(Int128 value) {
    /// What an account that nobody has used holds.
    public static final Balance ZERO = new Balance(Int128.ZERO);

    /// 2¹²⁷−1.
    public static final Balance MAX = new Balance(Int128.MAX);

    /// −(2¹²⁷−1).
    public static final Balance MIN = new Balance(Int128.MAX.negate());

    /// @throws IllegalArgumentException if `value` is −2¹²⁷, the one integer that is no balance
    public Balance {
        if (value.compareTo(Int128.MIN) == 0) {
            throw new IllegalArgumentException("balance is %s (at least: -%s)".formatted(value, Int128.MAX));
        }
    }

    public static Balance of(long units) {
        return new Balance(Int128.of(units));
    }

    /// This balance and `amount` more; empty if that is above [#MAX].
    public Optional<Balance> plus(Amount amount) {
        return value.compareTo(Int128.MAX.minus(amount.value())) > 0
                ? Optional.empty()
                : Optional.of(new Balance(value.plus(amount.value())));
    }

    /// This balance and `amount` less; empty if that is below [#MIN].
    public Optional<Balance> minus(Amount amount) {
        return value.compareTo(MIN.value.plus(amount.value())) < 0
                ? Optional.empty()
                : Optional.of(new Balance(value.minus(amount.value())));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
