package ballast.client;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/// An account as it stands.
///
/// @param code what kind of account it is, in the application's own numbering
/// @param opened whether it was opened, not only used
/// @param version how many entries it has; 0: nobody has used it
/// @param since when its first entry was made
public record Account(
        String address,
        String asset,
        Balances balances,
        Limits limits,
        long code,
        UserData userData,
        boolean opened,
        boolean closed,
        long version,
        Optional<Instant> since) {

    /// Bounds of a balance. An absent one does not bound.
    public record Limits(Optional<BigInteger> lower, Optional<BigInteger> upper) {
        public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

        public Limits {
            lower.ifPresent(Ranges::requireWord);
            upper.ifPresent(Ranges::requireWord);
        }

        /// The account may not fall below.
        public static Limits atLeast(long lower) {
            return NONE.withLower(BigInteger.valueOf(lower));
        }

        /// The account may not rise above.
        public static Limits atMost(long upper) {
            return NONE.withUpper(BigInteger.valueOf(upper));
        }

        public Limits withLower(BigInteger bound) {
            return new Limits(Optional.of(bound), upper);
        }

        public Limits withUpper(BigInteger bound) {
            return new Limits(lower, Optional.of(bound));
        }
    }

    /// Words that the ledger keeps for the application and does not read.
    ///
    /// @param wide 128 bits, signed
    public record UserData(BigInteger wide, long middle, int narrow) {
        public static final UserData NONE = new UserData(BigInteger.ZERO, 0, 0);

        public UserData {
            Ranges.requireWord(wide);
        }
    }
}
