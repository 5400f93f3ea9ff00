package ballast.publicapi;

import ballast.types.protocol.v1.RefusalReason;

/// The virtual machine refused a call whose response has no place for a refusal.
final class RefusedCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    RefusedCallException(RefusalReason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }
}
