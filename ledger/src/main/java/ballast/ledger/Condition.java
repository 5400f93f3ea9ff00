package ballast.ledger;

/// What must be true of an account before the first leg.
public record Condition(AccountKey account, Subject subject, Comparison comparison, Int128 value) {
    /// What is compared.
    public enum Subject {
        /// Credits posted less debits posted.
        POSTED,
        /// Posted less debits pending.
        AVAILABLE,
        DEBITS_PENDING,
        CREDITS_PENDING,
        /// How many entries the account has.
        VERSION,
    }

    /// How it must stand to the value.
    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
    }
}
