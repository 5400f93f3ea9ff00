package ballast.ledger;

/// One change of one account.
///
/// @param leg the leg that made it, from 0
/// @param amount what moved; zero where nothing does
/// @param after the counters right after it
/// @param version the account's version right after it
public record Entry(int leg, AccountKey account, Kind kind, Int128 amount, Balances after, long version) {
    /// What an entry says of its account. A movement makes two, the debit before the credit.
    public enum Kind {
        /// Posted at once: debits posted grew.
        DEBIT,
        /// Posted at once: credits posted grew.
        CREDIT,
        /// Debits pending grew.
        DEBIT_HELD,
        /// Credits pending grew.
        CREDIT_HELD,
        /// From debits pending to debits posted.
        DEBIT_CAPTURED,
        /// From credits pending to credits posted.
        CREDIT_CAPTURED,
        /// Released: debits pending shrank.
        DEBIT_RELEASED,
        /// Released: credits pending shrank.
        CREDIT_RELEASED,
        /// Expired: debits pending shrank.
        DEBIT_EXPIRED,
        /// Expired: credits pending shrank.
        CREDIT_EXPIRED,
        OPENED,
        LIMITS_SET,
        CLOSED,
        REOPENED,
    }
}
