package ballast.ledger;

/// How much a transfer moves, in the asset's smallest unit: 1 to 2¹²⁷−1.
public record Amount(Int128 value) {
    /// 2¹²⁷−1.
    public static final Amount MAX = new Amount(Int128.MAX);

    /// @throws IllegalArgumentException if `value` is zero or below; for a number from outside use [#isAmount]
    public Amount {
        if (!isAmount(value)) {
            throw new IllegalArgumentException("amount is %s (at least: 1)".formatted(value));
        }
    }

    /// Whether an integer is an amount.
    public static boolean isAmount(Int128 value) {
        return value.signum() > 0;
    }

    /// The amount that decimal digits spell, or what is wrong with them. There is no sign, no point and no
    /// exponent.
    public static Parsed<Amount> parse(String text) {
        return switch (Decimals.parse(text)) {
            case Parsed.Invalid<Int128>(String flaw) -> new Parsed.Invalid<>("amount " + flaw);
            case Parsed.Valid<Int128>(Int128 value) when isAmount(value) -> new Parsed.Valid<>(new Amount(value));
            case Parsed.Valid<Int128>(Int128 value) ->
                new Parsed.Invalid<>("amount is %s (at least: 1)".formatted(value));
        };
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
