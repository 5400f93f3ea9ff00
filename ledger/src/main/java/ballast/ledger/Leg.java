package ballast.ledger;

import java.util.Optional;
import java.util.OptionalInt;

/// One step of a transaction.
public sealed interface Leg {
    /// Whether one can see that something is wrong with it without looking at any account.
    default boolean isMalformed() {
        return false;
    }

    /// Moves an amount at once. From an account to itself it changes nothing.
    record Transfer(AccountKey from, AccountKey to, Amount amount, AmountMode mode) implements Leg {
        public Transfer {
            requireOneAsset(from, to);
        }
    }

    /// Reserves an amount, to be captured, released or expired later.
    ///
    /// @param timeoutMillis it expires so long after the block that places it, 64 bits without sign; 0 means never
    record Hold(AccountKey from, AccountKey to, Amount amount, AmountMode mode, long timeoutMillis) implements Leg {
        public Hold {
            requireOneAsset(from, to);
        }
    }

    /// Moves held money. What was not captured stays held, unless it is to be released.
    ///
    /// @param amount empty for all that is still held, as it must be where all holds of a transaction are named
    record Capture(HoldReference hold, Optional<Amount> amount, boolean releaseRest) implements Leg {
        /// How much of which hold would be a guess.
        @Override
        public boolean isMalformed() {
            return amount.isPresent() && hold.leg().isEmpty();
        }
    }

    /// Gives all that is still held back.
    record Release(HoldReference hold) implements Leg {}

    /// Lets a hold expire at another time.
    ///
    /// @param timeoutMillis so long after the block of this transaction, 64 bits without sign; 0 means never
    record Extend(HoldReference hold, long timeoutMillis) implements Leg {}

    /// Gives an account its terms.
    record Open(AccountKey account, Limits limits, int code, UserData userData) implements Leg {
        @Override
        public boolean isMalformed() {
            return !limits.canBeKept();
        }
    }

    /// Replaces both limits of an account.
    record SetLimits(AccountKey account, Limits limits) implements Leg {
        @Override
        public boolean isMalformed() {
            return !limits.canBeKept();
        }
    }

    /// Shuts an account for all but the release and the expiry of its holds.
    record Close(AccountKey account) implements Leg {}

    record Reopen(AccountKey account) implements Leg {}

    /// Moves back every amount that another transaction has moved by transfers and captures.
    record Reverse(TransactionId transaction) implements Leg {}

    /// Ends a hold whose time is over. Only the ledger itself may do this.
    record Expire(HoldId hold) implements Leg {
        /// From anybody else it is.
        @Override
        public boolean isMalformed() {
            return true;
        }
    }

    /// Names one hold, or all holds of one transaction.
    ///
    /// @param leg which of its legs, 32 bits without sign, from 0; empty for every one that is a hold
    record HoldReference(TransactionId transaction, OptionalInt leg) {}

    private static void requireOneAsset(AccountKey from, AccountKey to) {
        if (!from.asset().equals(to.asset())) {
            throw new IllegalArgumentException("%s and %s do not have one asset".formatted(from, to));
        }
    }
}
