package workouts.trainings.app.saga;

/// A neighbour gave no answer, or none that says what has happened: it may have done what it was asked, or not, or
/// do it later. The only thing to do is to ask again. The reason is a short word for logs and never a neighbour's
/// text.
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutcomeUnknown(String reason) {
        super(reason);
    }

    public OutcomeUnknown(String reason, Throwable cause) {
        super(reason, cause);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
