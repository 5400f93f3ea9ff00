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
        return switch (reason) {
            case REFUSAL_REASON_ID_MALFORMED ->
                new Statuses(400, GrpcStatus.INVALID_ARGUMENT, "the transaction id is not a UUID");
            case REFUSAL_REASON_ID_ALREADY_USED ->
                new Statuses(
                        422,
                        GrpcStatus.ALREADY_EXISTS,
                        "this Idempotency-Key belongs to another transfer; use a new UUID for a new transfer");
            case REFUSAL_REASON_CONTRACT_UNKNOWN ->
                new Statuses(404, GrpcStatus.UNIMPLEMENTED, "no contract of this name is deployed");
            case REFUSAL_REASON_METHOD_UNKNOWN ->
                new Statuses(404, GrpcStatus.UNIMPLEMENTED, "the contract has no such method");
            case REFUSAL_REASON_ARGUMENTS_MALFORMED ->
                new Statuses(400, GrpcStatus.INVALID_ARGUMENT, "the contract does not take these arguments");
            case REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the sender's balance would fall below -(2^127 - 1); transfer less");
            case REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the receiver's balance would rise above 2^127 - 1; transfer less");
            case REFUSAL_REASON_CONDITION_NOT_MET,
                    REFUSAL_REASON_ACCOUNTS_MUST_BE_DIFFERENT,
                    REFUSAL_REASON_TRANSACTION_NOT_FOUND,
                    REFUSAL_REASON_TRANSACTION_NOT_REVERSIBLE,
                    REFUSAL_REASON_TRANSACTION_ALREADY_REVERSED,
                    REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND,
                    REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING,
                    REFUSAL_REASON_EXISTS_WITH_DIFFERENT_LIMITS,
                    REFUSAL_REASON_EXISTS_WITH_DIFFERENT_USER_DATA,
                    REFUSAL_REASON_EXISTS_WITH_DIFFERENT_CODE,
                    REFUSAL_REASON_EXISTS,
                    REFUSAL_REASON_DEBIT_ACCOUNT_NOT_FOUND,
                    REFUSAL_REASON_CREDIT_ACCOUNT_NOT_FOUND,
                    REFUSAL_REASON_ACCOUNT_NOT_FOUND,
                    REFUSAL_REASON_TOO_MANY_ASSETS,
                    REFUSAL_REASON_EXCEEDS_PENDING_TRANSFER_AMOUNT,
                    REFUSAL_REASON_PENDING_TRANSFER_ALREADY_POSTED,
                    REFUSAL_REASON_PENDING_TRANSFER_ALREADY_VOIDED,
                    REFUSAL_REASON_PENDING_TRANSFER_EXPIRED,
                    REFUSAL_REASON_DEBIT_ACCOUNT_ALREADY_CLOSED,
                    REFUSAL_REASON_CREDIT_ACCOUNT_ALREADY_CLOSED,
                    REFUSAL_REASON_ACCOUNT_ALREADY_CLOSED,
                    REFUSAL_REASON_ACCOUNT_NOT_CLOSED,
                    REFUSAL_REASON_OVERFLOWS_DEBITS_PENDING,
                    REFUSAL_REASON_OVERFLOWS_CREDITS_PENDING,
                    REFUSAL_REASON_OVERFLOWS_DEBITS,
                    REFUSAL_REASON_OVERFLOWS_CREDITS,
                    REFUSAL_REASON_OVERFLOWS_TIMEOUT,
                    REFUSAL_REASON_EXCEEDS_CREDITS,
                    REFUSAL_REASON_EXCEEDS_DEBITS,
                    REFUSAL_REASON_TOO_MANY_ENTRIES,
                    REFUSAL_REASON_UNSPECIFIED,
                    UNRECOGNIZED ->
                new Statuses(
                        422, GrpcStatus.FAILED_PRECONDITION, "refused for a reason that this version does not know");
        };
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
            case RefusedCallException refused -> of(refused.reason());
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
                    ALREADY_EXISTS,
                    RESOURCE_EXHAUSTED,
                    FAILED_PRECONDITION,
                    UNIMPLEMENTED,
                    UNAVAILABLE -> statuses;
        };
    }

    /// A mistake in the program: nobody knows how far it came.
    static final Statuses INTERNAL = new Statuses(
            500,
            GrpcStatus.INTERNAL,
            "internal failure, the outcome is unknown; repeat with Ballast-Transaction-Id as Idempotency-Key to learn it");
}
