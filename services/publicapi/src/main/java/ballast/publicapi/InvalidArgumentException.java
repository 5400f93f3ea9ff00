package ballast.publicapi;

/// A request cannot be meant: one of its parameters is missing or out of its range. Nothing was done.
public final class InvalidArgumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String problem;

    /// The problem says what is wrong and what is expected. There is no stack trace: the mistake is the caller's, and
    /// an attacker makes many of them.
    public InvalidArgumentException(String parameter, String problem) {
        super("parameter '%s': %s".formatted(parameter, problem), null, false, false);
        this.parameter = parameter;
        this.problem = problem;
    }

    /// Its place: `legs[2].transfer.amount`.
    public String parameter() {
        return parameter;
    }

    String problem() {
        return problem;
    }

    /// The same, told by somebody who knows where the whole stands.
    InvalidArgumentException inside(String place) {
        return new InvalidArgumentException(parameter.isEmpty() ? place : place + "." + parameter, problem);
    }
}
