package ballast.client;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/// What a fault is called towards the user.
final class Failures {
    private Failures() {}

    /// How [Attempts] has ended; anything else is a mistake in this program, after which nobody knows.
    static FaultException fault(Throwable failure) {
        var cause = cause(failure);
        return cause instanceof FaultException fault
                ? fault
                : new FaultException(Fault.unknown("a mistake in the client: " + cause), true);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /// Of transactions: if an attempt may have been carried out, that is what counts.
    static ClientException ofTransactions(FaultException failure, List<UUID> ids) {
        return failure.mayBeDone()
                ? new ClientException.OutcomeUnknownException(
                        ids, failure.fault().text())
                : ofRead(failure);
    }

    /// Of a call that changes nothing.
    static ClientException ofRead(FaultException failure) {
        var text = failure.fault().text();
        return switch (failure.fault().kind()) {
            case REJECTED, NOT_FOUND -> new ClientException.RejectedException(text);
            case OVERLOADED -> new ClientException.OverloadedException(text);
            case NOT_SENT, UNKNOWN -> new ClientException.UnreachableException(text);
        };
    }
}
