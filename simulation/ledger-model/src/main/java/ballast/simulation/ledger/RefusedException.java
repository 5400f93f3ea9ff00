package ballast.simulation.ledger;

import ballast.types.protocol.v1.RefusalReason;

/// The way out of a transaction that is refused. The model has no value for "not yet refused": it just stops.
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;

    RefusedException(RefusalReason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }

    static void when(boolean refused, RefusalReason reason) {
        if (refused) {
            throw new RefusedException(reason);
        }
    }
}
