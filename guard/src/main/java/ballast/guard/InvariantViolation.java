package ballast.guard;

/// The program itself is wrong: a state was reached that must not exist. Nobody catches it but the owner of a thread,
/// who logs it and stops the process.
public final class InvariantViolation extends Error {
    private static final long serialVersionUID = 1L;

    public InvariantViolation(String message) {
        super(message);
    }

    public InvariantViolation(String message, Throwable cause) {
        super(message, cause);
    }
}
