package ballast.client;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// One step of a transaction. The steps are applied in order, each on what the ones before it left; if one is
/// refused, none happens.
///
/// An account is a pair of an address (1 to 64 characters of `A-Z a-z 0-9 . _ : @ -`) and an asset (`USD/2`). The
/// server judges both; nothing is checked twice.
public sealed interface Leg {
    /// Moves an amount at once.
    record Transfer(String from, String to, String asset, BigInteger amount, AmountMode mode) implements Leg {
        public Transfer {
            Ranges.requireAmount(amount);
        }
    }

    /// Reserves an amount, to be captured, released or expired later.
    ///
    /// @param timeout the hold expires so long after the block that places it, in whole milliseconds; zero: never
    record Hold(String from, String to, String asset, BigInteger amount, AmountMode mode, Duration timeout)
            implements Leg {
        public Hold {
            Ranges.requireAmount(amount);
            Ranges.requireTimeout(timeout);
        }
    }

    /// Moves held money. What was not captured stays held, unless it is to be released.
    ///
    /// @param amount empty: all that is still held, as it must be where all holds of a transaction are named
    record Capture(HoldReference hold, Optional<BigInteger> amount, boolean releaseRest) implements Leg {
        public Capture {
            amount.ifPresent(Ranges::requireAmount);
        }
    }

    /// Gives all that is still held back.
    record Release(HoldReference hold) implements Leg {}

    /// Lets a hold expire at another time: so long after the block of this transaction; zero: never.
    record Extend(HoldReference hold, Duration timeout) implements Leg {
        public Extend {
            Ranges.requireTimeout(timeout);
        }
    }

    /// Gives an account its terms, once.
    ///
    /// @param code what kind of account it is, in the application's own numbering: 0 to 2^32 - 1
    record Open(String account, String asset, Account.Limits limits, long code, Account.UserData userData)
            implements Leg {
        public Open {
            Ranges.requireCode(code);
        }
    }

    /// Replaces both limits of an account.
    record SetLimits(String account, String asset, Account.Limits limits) implements Leg {}

    /// From now on the account takes part in nothing but the release and the expiry of its holds.
    record Close(String account, String asset) implements Leg {}

    record Reopen(String account, String asset) implements Leg {}

    /// Moves back every amount that another transaction has moved by transfers and captures. At most once each.
    record Reverse(UUID transaction) implements Leg {}

    /// Written by the ledger itself when a hold's time is over; refused from anybody else.
    record Expire(HoldReference hold) implements Leg {}

    /// How much a transfer or a hold moves.
    enum AmountMode {
        /// The amount, or the transaction is refused.
        EXACT,
        /// At most the amount: what the giver has above its lower limit.
        UP_TO_AVAILABLE,
        /// At most the amount: what the taker has room for below its upper limit.
        UP_TO_ROOM,
        /// The lesser of the two.
        UP_TO_BOTH
    }

    /// Names one hold, or all holds of one transaction.
    ///
    /// @param leg which of its legs, from 0; empty: every one that is a hold
    record HoldReference(UUID transaction, OptionalInt leg) {
        public HoldReference {
            if (leg.orElse(0) < 0) {
                throw new IllegalArgumentException("leg is %d (at least: 0)".formatted(leg.getAsInt()));
            }
        }

        public static HoldReference of(UUID transaction, int leg) {
            return new HoldReference(transaction, OptionalInt.of(leg));
        }

        public static HoldReference allOf(UUID transaction) {
            return new HoldReference(transaction, OptionalInt.empty());
        }
    }
}
