package ballast.ledger;

/// An account as it stands.
///
/// @param code what kind of account it is, in the application's own numbering; 32 bits without sign
/// @param opened whether it was opened, not only used
/// @param closed whether it takes part in nothing but the release and the expiry of its holds
/// @param version how many entries it has; 0 means that nobody has used it
/// @param sinceMillis the block time of its first entry; 0 while it has none
public record Account(
        Balances balances,
        Limits limits,
        int code,
        UserData userData,
        boolean opened,
        boolean closed,
        long version,
        long sinceMillis) {
    /// An account that nobody has used.
    public static final Account EMPTY = new Account(Balances.ZERO, Limits.NONE, 0, UserData.NONE, false, false, 0, 0);

    /// Whether nobody has used it: it has no entry.
    public boolean isEmpty() {
        return version == 0;
    }

    /// The account after one more entry, which changed its counters.
    Account next(Balances after, long timeMillis) {
        return new Account(after, limits, code, userData, opened, closed, version + 1, since(timeMillis));
    }

    /// The account after it was opened.
    Account nextOpened(Leg.Open terms, long timeMillis) {
        return new Account(
                balances, terms.limits(), terms.code(), terms.userData(), true, closed, version + 1, since(timeMillis));
    }

    /// The account after its limits were set.
    Account nextLimited(Limits after, long timeMillis) {
        return new Account(balances, after, code, userData, opened, closed, version + 1, since(timeMillis));
    }

    /// The account after it was closed or reopened.
    Account nextClosed(boolean after, long timeMillis) {
        return new Account(balances, limits, code, userData, opened, after, version + 1, since(timeMillis));
    }

    private long since(long timeMillis) {
        return isEmpty() ? timeMillis : sinceMillis;
    }
}
