package ballast.client;

import java.math.BigInteger;

/// What must be true before the first leg, or the transaction is refused.
public record Condition(String account, String asset, Subject subject, Comparison comparison, BigInteger value) {
    public Condition {
        Ranges.requireWord(value);
    }

    /// What is compared.
    public enum Subject {
        /// Credits posted less debits posted.
        POSTED,
        /// Posted less debits pending: what can be spent.
        AVAILABLE,
        DEBITS_PENDING,
        CREDITS_PENDING,
        /// The account's version; 0 for an account that nobody has used.
        VERSION
    }

    public enum Comparison {
        EQUAL,
        NOT_EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
