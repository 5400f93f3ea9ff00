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

    boolean holds(Account of) {
        int order = subjectOf(of).compareTo(value);
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    private Int128 subjectOf(Account of) {
        return switch (subject) {
            case POSTED -> of.balances().posted();
            case AVAILABLE -> of.balances().available();
            case DEBITS_PENDING -> of.balances().debitsPending();
            case CREDITS_PENDING -> of.balances().creditsPending();
            case VERSION -> Int128.of(of.version());
        };
    }
}
