package ballast.ledger;

/// The rules of the ledger.
public final class Ledger {
    /// How many assets an address can have.
    public static final int ASSETS_MAX = 128;

    /// The end of the year 9999: no hold expires later, in milliseconds since 1970.
    public static final long DEADLINE_MILLIS_MAX = 253_402_300_799_999L;

    private Ledger() {}

    /// What becomes of a transaction that somebody sent. On a refusal, the caller drops what was put.
    public static LedgerOutcome apply(LedgerTransaction transaction, LedgerState state, BlockContext block) {
        return new LedgerOutcome.Committed(java.util.List.of());
    }

    /// The entries of an expiry that the ledger itself writes: a transaction whose one leg is [Leg.Expire] of a hold
    /// that
    /// is pending and due. It is never refused.
    public static LedgerOutcome.Committed expire(HoldId hold, LedgerState state, BlockContext block) {
        return new LedgerOutcome.Committed(java.util.List.of());
    }
}
