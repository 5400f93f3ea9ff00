package ballast.client;

import java.math.BigInteger;
import java.util.Optional;

/// One change of one account.
///
/// @param leg the leg that made it, from 0
/// @param amount what moved; empty where nothing did
/// @param after the counters right after it
/// @param version the account's version right after it
public record Entry(
        int leg, String account, String asset, Kind kind, Optional<BigInteger> amount, Balances after, long version) {

    public enum Kind {
        DEBIT,
        CREDIT,
        DEBIT_HELD,
        CREDIT_HELD,
        DEBIT_CAPTURED,
        CREDIT_CAPTURED,
        DEBIT_RELEASED,
        CREDIT_RELEASED,
        DEBIT_EXPIRED,
        CREDIT_EXPIRED,
        OPENED,
        LIMITS_SET,
        CLOSED,
        REOPENED
    }
}
