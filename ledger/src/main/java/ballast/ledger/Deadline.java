package ballast.ledger;

/// When a hold expires: a block time, 0 for never.
record Deadline(long millis, boolean overflows) {
    private static final Deadline NEVER = new Deadline(0, false);

    /// So long after a block time.
    ///
    /// @param timeoutMillis 64 bits without sign; 0 means never
    static Deadline after(long timeMillis, long timeoutMillis) {
        if (timeoutMillis == 0) {
            return NEVER;
        }
        boolean overflows = timeoutMillis < 0 || timeoutMillis > Ledger.DEADLINE_MILLIS_MAX - timeMillis;
        return new Deadline(overflows ? 0 : timeMillis + timeoutMillis, overflows);
    }

    void schedule(HoldId id, LedgerState state) {
        if (millis != 0) {
            state.schedule(id, millis);
        }
    }
}
