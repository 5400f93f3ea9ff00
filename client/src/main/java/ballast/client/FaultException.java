package ballast.client;

/// How [Attempts] ends without an answer.
final class FaultException extends Exception {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // Never leaves the process.
    private final Fault fault;

    private final boolean mayBeDone;

    /// @param fault the last attempt's
    /// @param mayBeDone whether this or an earlier attempt may have been carried out
    FaultException(Fault fault, boolean mayBeDone) {
        super(fault.text());
        this.fault = fault;
        this.mayBeDone = mayBeDone;
    }

    Fault fault() {
        return fault;
    }

    boolean mayBeDone() {
        return mayBeDone;
    }
}
