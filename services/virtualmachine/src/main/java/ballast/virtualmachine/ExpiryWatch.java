package ballast.virtualmachine;

/// Knows when the next hold expires, so that somebody wakes the ledger when nothing else does.
///
/// It takes deadlines whose holds have ended otherwise out of a copy of the heap that is never written; the next
/// block does so in earnest.
final class ExpiryWatch {
    /// How many deadlines are looked at before somebody else gets a turn.
    static final int DEADLINES_MAX = 1 << 12;

    private final StateAccess state;
    private StateTip tip;
    private StateOverlay overlay;
    private DeadlineHeap deadlines;

    ExpiryWatch(StateAccess state, StateTip tip) {
        this.state = state;
        this.tip = tip;
        this.overlay = new StateOverlay(state, 0);
        this.deadlines = new DeadlineHeap(overlay);
    }

    /// What a look has found.
    enum Finding {
        /// A hold has to expire.
        DUE,
        /// None has, before [#nextMillis].
        NOT_YET,
        /// One more look is needed.
        UNDECIDED,
    }

    Finding look(StateTip now, long nowMillis) {
        if (now.height() != tip.height()) {
            tip = now;
            overlay = new StateOverlay(state, 0);
            deadlines = new DeadlineHeap(overlay);
        }
        for (int looked = 0; looked < DEADLINES_MAX; looked++) {
            if (nextMillis() > nowMillis) {
                return Finding.NOT_YET;
            }
            if (BlockRun.isOfItsHold(overlay, deadlines.top())) {
                return Finding.DUE;
            }
            deadlines.removeTop();
        }
        return Finding.UNDECIDED;
    }

    /// The earliest deadline that is known; no hold expires before.
    long nextMillis() {
        return deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.top().timeMillis();
    }
}
