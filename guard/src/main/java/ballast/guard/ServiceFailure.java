package ballast.guard;

/// A service could not answer a call. The kind says what the caller may conclude about its request; the message is for
/// people. A refusal is not a failure: it is an answer.
public final class ServiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What the caller may conclude.
    public enum Kind {
        /// Too much is waiting. Nothing was done; try again later.
        OVERLOADED,
        /// The service does not take calls now. Nothing was done; try again, here or elsewhere.
        UNAVAILABLE,
        /// The request may have taken effect, or may yet. A repeat with the same transaction id tells.
        OUTCOME_UNKNOWN,
    }

    private final Kind kind;

    public ServiceFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ServiceFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
