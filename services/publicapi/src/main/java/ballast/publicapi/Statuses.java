package ballast.publicapi;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;

/// The one table of what a refusal or a failure is called in HTTP and in gRPC, and what it tells people.
///
/// A refusal is an answer, so it is never a 5xx. In gRPC it travels inside an OK response where the response has a
/// place for it, as [ballast.types.publicapi.v1.TransferResponse] has; its status here is for responses that have none.
///
/// @param http the status code of RFC 9110
/// @param grpc the status of gRPC
/// @param text what is wrong and how to mend it, in one line
record Statuses(int http, GrpcStatus grpc, String text) {
    static Statuses of(RefusalReason reason) {
        return RefusalStatuses.of(reason);
    }

    /// As above, in the words of the plain interface, where a transfer is all there is.
    static Statuses ofTransfer(RefusalReason reason) {
        var statuses = of(reason);
        if (reason == RefusalReason.REFUSAL_REASON_ID_ALREADY_USED) {
            return statuses.with("this Idempotency-Key belongs to another transfer; use a new UUID for a new transfer");
        }
        if (reason == RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED) {
            return statuses.with("the sender's balance would fall below -(2^127 - 1); transfer less");
        }
        if (reason == RefusalReason.REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED) {
            return statuses.with("the receiver's balance would rise above 2^127 - 1; transfer less");
        }
        return statuses;
    }

    static Statuses of(ServiceFailure.Kind kind) {
        return switch (kind) {
            case OVERLOADED ->
                new Statuses(
                        503, GrpcStatus.RESOURCE_EXHAUSTED, "too much is waiting; nothing was done, try again later");
            case UNAVAILABLE ->
                new Statuses(
                        503,
                        GrpcStatus.UNAVAILABLE,
                        "the ledger takes no calls now; nothing was done, try again later");
            case OUTCOME_UNKNOWN ->
                new Statuses(
                        504,
                        GrpcStatus.DEADLINE_EXCEEDED,
                        "the outcome is unknown; repeat with Ballast-Transaction-Id as Idempotency-Key to learn it");
        };
    }

    /// What any failure is called, however it is wrapped.
    static Statuses of(Throwable failure) {
        return switch (failure) {
            case InvalidArgumentException invalid ->
                new Statuses(400, GrpcStatus.INVALID_ARGUMENT, String.valueOf(invalid.getMessage()));
            case TransactionNotFoundException missing ->
                new Statuses(404, GrpcStatus.NOT_FOUND, String.valueOf(missing.getMessage()));
            case RefusedCallException refused -> ofTransfer(refused.reason());
            case ServiceFailure known -> of(known.kind());
            default -> INTERNAL;
        };
    }

    /// As above, for a call that changes nothing, so that there is no outcome to learn.
    static Statuses ofRead(Throwable failure) {
        var statuses = of(failure);
        return switch (statuses.grpc()) {
            case DEADLINE_EXCEEDED -> new Statuses(504, statuses.grpc(), "no answer in time; try again");
            case INTERNAL -> new Statuses(500, statuses.grpc(), "internal failure");
            case OK,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    UNIMPLEMENTED,
                    UNAVAILABLE -> statuses;
        };
    }

    /// As [#of(Throwable)], for a transaction whose sender gave it its id.
    static Statuses ofTransaction(Throwable failure) {
        var statuses = of(failure);
        return statuses.http() == 504 || statuses.http() == 500
                ? statuses.with("the outcome is unknown; repeat the request with the same id to learn it")
                : statuses;
    }

    private Statuses with(String words) {
        return new Statuses(http, grpc, words);
    }

    /// A mistake in the program: nobody knows how far it came.
    static final Statuses INTERNAL = new Statuses(
            500,
            GrpcStatus.INTERNAL,
            "internal failure, the outcome is unknown; repeat with Ballast-Transaction-Id as Idempotency-Key to learn it");
}
