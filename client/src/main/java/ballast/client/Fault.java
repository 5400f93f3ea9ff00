package ballast.client;

import io.grpc.Status;

/// Why an attempt got no answer, and what that means.
///
/// @param text what the other side or the system said
record Fault(Kind kind, String text) {
    enum Kind {
        /// The request is not taken, now or later. Nothing was done.
        REJECTED,
        /// There is no such thing. An answer, in reads by id.
        NOT_FOUND,
        /// Too much is waiting. Nothing was done.
        OVERLOADED,
        /// The request never left. Nothing was done.
        NOT_SENT,
        /// Whether it was done nobody here knows.
        UNKNOWN
    }

    /// The one table of what gRPC's statuses mean.
    ///
    /// @param wasSent whether anything of the request went out
    /// @param wasAnswered whether the beginning of an answer came in: then a failure comes after the deed
    static Fault of(Status status, boolean wasSent, boolean wasAnswered) {
        var kind = switch (status.getCode()) {
            case INVALID_ARGUMENT,
                    UNIMPLEMENTED,
                    PERMISSION_DENIED,
                    UNAUTHENTICATED,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    ALREADY_EXISTS -> Kind.REJECTED;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case RESOURCE_EXHAUSTED -> Kind.OVERLOADED;
            case OK, CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, ABORTED, INTERNAL, UNAVAILABLE, DATA_LOSS ->
                wasSent ? Kind.UNKNOWN : Kind.NOT_SENT;
        };
        return new Fault(wasAnswered ? Kind.UNKNOWN : kind, text(status));
    }

    static Fault unknown(String text) {
        return new Fault(Kind.UNKNOWN, text);
    }

    /// Whether another attempt may fare better.
    boolean isPassing() {
        return switch (kind) {
            case REJECTED, NOT_FOUND -> false;
            case OVERLOADED, NOT_SENT, UNKNOWN -> true;
        };
    }

    private static String text(Status status) {
        var text = new StringBuilder(status.getCode().name());
        if (status.getDescription() != null) {
            text.append(": ").append(status.getDescription());
        }
        if (status.getCause() != null && status.getCause().getMessage() != null) {
            text.append(" (").append(status.getCause().getMessage()).append(')');
        }
        return text.toString();
    }
}
