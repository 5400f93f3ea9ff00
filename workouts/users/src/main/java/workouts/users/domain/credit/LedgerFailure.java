package workouts.users.domain.credit;

/// The ledger gave no answer.
public abstract sealed class LedgerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /// It could not be asked in time. Nothing was done.
    public static final class Unreachable extends LedgerFailure {
        private static final long serialVersionUID = 1L;

        public Unreachable(Throwable cause) {
            super("the ledger could not be asked; nothing was done", cause);
        }
    }

    /// It was asked, and nobody knows what it did. The same step, asked for again, will tell and happens once.
    public static final class OutcomeUnknown extends LedgerFailure {
        private static final long serialVersionUID = 1L;

        public OutcomeUnknown(Throwable cause) {
            super("the ledger was asked and did not answer; the same step will tell", cause);
        }
    }
}
