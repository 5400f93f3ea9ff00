package ballast.guard;

/// A question that cannot be meant: one of its fields is missing or out of its range. Nothing was looked up.
public final class InvalidQueryException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String flaw;

    /// The flaw says what is wrong and what is expected.
    public InvalidQueryException(String field, String flaw) {
        super("%s: %s".formatted(field, flaw));
        this.field = field;
        this.flaw = flaw;
    }

    /// The field of the request, as the contract names it; of a nested one, with a dot.
    public String field() {
        return field;
    }

    public String flaw() {
        return flaw;
    }
}
