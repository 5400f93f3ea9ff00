package ballast.simulation.ledger;

import ballast.types.ledger.v1.Limits;
import java.math.BigInteger;
import java.util.Optional;

/// The limits of an account.
record Bounds(Optional<BigInteger> lower, Optional<BigInteger> upper) {
    static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    static Bounds of(Limits limits) {
        return new Bounds(
                limits.hasLower() ? Optional.of(Numbers.of(limits.getLower())) : Optional.empty(),
                limits.hasUpper() ? Optional.of(Numbers.of(limits.getUpper())) : Optional.empty());
    }

    Limits message() {
        var limits = Limits.newBuilder();
        lower.ifPresent(value -> limits.setLower(Numbers.int128(value)));
        upper.ifPresent(value -> limits.setUpper(Numbers.int128(value)));
        return limits.build();
    }
}
