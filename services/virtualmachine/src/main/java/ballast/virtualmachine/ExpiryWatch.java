package ballast.virtualmachine;

/// Knows when a block is worth making though nobody wants a transaction in it: when a hold has to expire, or when
/// many deadlines are over of holds that have ended otherwise.
///
/// It takes those out of a copy of the heap that is never written; the next block does so in earnest.
final class ExpiryWatch {
    /// How many deadlines are looked at between two blocks. When all of them are over, a block has enough to take
    /// out, and whether a hold has to expire behind them need not be known.
    static final int DEADLINES_MAX = 1 << 12;

    private final StateAccess state;
    private StateTip tip;
    private StateOverlay overlay;
    private DeadlineHeap deadlines;
    private int over;

    ExpiryWatch(StateAccess state, StateTip tip) {
        this.state = state;
        this.tip = tip;
        this.overlay = new StateOverlay(state, 0);
        this.deadlines = new DeadlineHeap(overlay);
    }

    /// If not, then not before [#nextMillis].
    boolean isBlockDue(StateTip now, long nowMillis) {
        if (now.height() != tip.height()) {
            tip = now;
            overlay = new StateOverlay(state, 0);
            deadlines = new DeadlineHeap(overlay);
            over = 0;
        }
        for (; over < DEADLINES_MAX; over++) {
            if (nextMillis() > nowMillis) {
                return false;
            }
            if (BlockRun.isOfItsHold(overlay, deadlines.top())) {
                return true;
            }
            deadlines.removeTop();
        }
        return true;
    }

    /// The earliest deadline that is known; no hold expires before.
    long nextMillis() {
        return deadlines.isEmpty() ? Long.MAX_VALUE : deadlines.top().timeMillis();
    }
}
