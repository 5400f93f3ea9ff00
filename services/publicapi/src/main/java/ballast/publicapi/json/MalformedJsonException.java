package ballast.publicapi.json;

/// A text is no JSON, or not the JSON that is expected.
public final class MalformedJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String problem;

    /// There is no stack trace: the mistake is the sender's, and an attacker makes many of them.
    ///
    /// @param path of the value, as `legs[2].transfer.amount`; empty for the text as a whole
    /// @param problem what is wrong and what is expected
    MalformedJsonException(String path, String problem) {
        super(path.isEmpty() ? problem : "%s: %s".formatted(path, problem), null, false, false);
        this.path = path;
        this.problem = problem;
    }

    public String path() {
        return path;
    }

    public String problem() {
        return problem;
    }
}
