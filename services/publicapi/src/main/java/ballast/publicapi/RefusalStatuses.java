package ballast.publicapi;

import ballast.types.protocol.v1.RefusalReason;
import java.util.Locale;

/// The one table of what each reason of a refusal is called in HTTP and in gRPC, and how to mend it.
///
/// 400 and 422 say that the same request will never do; 404 that something which is named is not there; 409 that
/// it may do once an account, a hold or a transaction stands otherwise. None is a 5xx: a refusal is an answer.
final class RefusalStatuses {
    private static final String PREFIX = "REFUSAL_REASON_";

    private RefusalStatuses() {}

    static Statuses of(RefusalReason reason) {
        return switch (reason) {
            case REFUSAL_REASON_ID_MALFORMED ->
                new Statuses(400, GrpcStatus.INVALID_ARGUMENT, "the transaction id is not a UUID");
            case REFUSAL_REASON_ID_ALREADY_USED ->
                new Statuses(
                        422,
                        GrpcStatus.ALREADY_EXISTS,
                        "this id belongs to another transaction; use a new UUID for a new transaction");
            case REFUSAL_REASON_CONTRACT_UNKNOWN ->
                new Statuses(404, GrpcStatus.UNIMPLEMENTED, "no contract of this name is deployed");
            case REFUSAL_REASON_METHOD_UNKNOWN ->
                new Statuses(404, GrpcStatus.UNIMPLEMENTED, "the contract has no such method");
            case REFUSAL_REASON_ARGUMENTS_MALFORMED ->
                new Statuses(400, GrpcStatus.INVALID_ARGUMENT, "the contract does not take these arguments");
            case REFUSAL_REASON_CONDITION_NOT_MET ->
                new Statuses(
                        409,
                        GrpcStatus.FAILED_PRECONDITION,
                        "a condition does not hold; read the account again and decide anew");
            case REFUSAL_REASON_ACCOUNTS_MUST_BE_DIFFERENT ->
                new Statuses(422, GrpcStatus.INVALID_ARGUMENT, "a hold from an account to itself; name two accounts");
            case REFUSAL_REASON_TRANSACTION_NOT_FOUND ->
                new Statuses(
                        404,
                        GrpcStatus.NOT_FOUND,
                        "there is no transaction with the id that is to be reversed; check the id");
            case REFUSAL_REASON_TRANSACTION_NOT_REVERSIBLE ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the transaction was refused or moved nothing; there is nothing to reverse");
            case REFUSAL_REASON_TRANSACTION_ALREADY_REVERSED ->
                new Statuses(
                        409,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the transaction was reversed before; to undo that, reverse the reversal");
            case REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND ->
                new Statuses(
                        404,
                        GrpcStatus.NOT_FOUND,
                        "there is no transaction with the id that is named as a hold's; check the id");
            case REFUSAL_REASON_PENDING_TRANSFER_NOT_PENDING ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the transaction has no hold there; check its id and the number of the leg");
            case REFUSAL_REASON_EXISTS_WITH_DIFFERENT_LIMITS ->
                new Statuses(
                        409,
                        GrpcStatus.ALREADY_EXISTS,
                        "the account is open with other limits; change them with setLimits");
            case REFUSAL_REASON_EXISTS_WITH_DIFFERENT_USER_DATA ->
                new Statuses(
                        409,
                        GrpcStatus.ALREADY_EXISTS,
                        "the account is open with other user data, which cannot be changed; use another address");
            case REFUSAL_REASON_EXISTS_WITH_DIFFERENT_CODE ->
                new Statuses(
                        409,
                        GrpcStatus.ALREADY_EXISTS,
                        "the account is open with another code, which cannot be changed; use another address");
            case REFUSAL_REASON_EXISTS ->
                new Statuses(
                        409,
                        GrpcStatus.ALREADY_EXISTS,
                        "the account is open already, in the same way; go on without opening it");
            case REFUSAL_REASON_DEBIT_ACCOUNT_NOT_FOUND ->
                new Statuses(
                        404,
                        GrpcStatus.NOT_FOUND,
                        "accounts must be opened here, and the one that gives was not; open it first");
            case REFUSAL_REASON_CREDIT_ACCOUNT_NOT_FOUND ->
                new Statuses(
                        404,
                        GrpcStatus.NOT_FOUND,
                        "accounts must be opened here, and the one that takes was not; open it first");
            case REFUSAL_REASON_ACCOUNT_NOT_FOUND ->
                new Statuses(
                        404, GrpcStatus.NOT_FOUND, "accounts must be opened here, and this one was not; open it first");
            case REFUSAL_REASON_TOO_MANY_ASSETS ->
                new Statuses(
                        422, GrpcStatus.FAILED_PRECONDITION, "the address has 128 assets already; use another address");
            case REFUSAL_REASON_EXCEEDS_PENDING_TRANSFER_AMOUNT ->
                new Statuses(
                        422, GrpcStatus.FAILED_PRECONDITION, "more is to be captured than is still held; capture less");
            case REFUSAL_REASON_PENDING_TRANSFER_ALREADY_POSTED ->
                new Statuses(
                        409,
                        GrpcStatus.FAILED_PRECONDITION,
                        "all of the hold was captured before; there is nothing left to do");
            case REFUSAL_REASON_PENDING_TRANSFER_ALREADY_VOIDED ->
                new Statuses(409, GrpcStatus.FAILED_PRECONDITION, "the hold was released before; place a new one");
            case REFUSAL_REASON_PENDING_TRANSFER_EXPIRED ->
                new Statuses(409, GrpcStatus.FAILED_PRECONDITION, "the hold's time is over; place a new one");
            case REFUSAL_REASON_DEBIT_ACCOUNT_ALREADY_CLOSED ->
                new Statuses(409, GrpcStatus.FAILED_PRECONDITION, "the account that gives is closed; reopen it first");
            case REFUSAL_REASON_CREDIT_ACCOUNT_ALREADY_CLOSED ->
                new Statuses(409, GrpcStatus.FAILED_PRECONDITION, "the account that takes is closed; reopen it first");
            case REFUSAL_REASON_ACCOUNT_ALREADY_CLOSED ->
                new Statuses(409, GrpcStatus.FAILED_PRECONDITION, "the account is closed; reopen it first");
            case REFUSAL_REASON_ACCOUNT_NOT_CLOSED ->
                new Statuses(
                        409, GrpcStatus.FAILED_PRECONDITION, "the account is not closed; go on without reopening it");
            case REFUSAL_REASON_OVERFLOWS_DEBITS_PENDING ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what is held from the account would rise above 2^127 - 1; hold less");
            case REFUSAL_REASON_OVERFLOWS_CREDITS_PENDING ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what is held for the account would rise above 2^127 - 1; hold less");
            case REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what the account has given would rise above 2^127 - 1; move less");
            case REFUSAL_REASON_OVERFLOWS_CREDITS_POSTED ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what the account has taken would rise above 2^127 - 1; move less");
            case REFUSAL_REASON_OVERFLOWS_DEBITS ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what the account has given and what is held from it would together rise above 2^127 - 1; move less");
            case REFUSAL_REASON_OVERFLOWS_CREDITS ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "what the account has taken and what is held for it would together rise above 2^127 - 1; move less");
            case REFUSAL_REASON_OVERFLOWS_TIMEOUT ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the hold would expire after the year 9999; choose a shorter time, or 0 for never");
            case REFUSAL_REASON_EXCEEDS_CREDITS ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the account that gives would fall below its lower limit, held amounts counting as gone; move less, or fund it first");
            case REFUSAL_REASON_EXCEEDS_DEBITS ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the account that takes would rise above its upper limit, amounts held for it counting as there; move less");
            case REFUSAL_REASON_TOO_MANY_ENTRIES ->
                new Statuses(
                        422,
                        GrpcStatus.FAILED_PRECONDITION,
                        "the transaction would make more than 8,192 entries, each extension of a hold counted as two; split it");
            case REFUSAL_REASON_UNSPECIFIED, UNRECOGNIZED ->
                new Statuses(
                        422, GrpcStatus.FAILED_PRECONDITION, "refused for a reason that this version does not know");
        };
    }

    /// The reason's name in JSON: `exceeds_credits`.
    static String name(RefusalReason reason) {
        return reason.name().replace(PREFIX, "").toLowerCase(Locale.ROOT);
    }

    /// The reason's name for people: `Exceeds credits`.
    static String title(RefusalReason reason) {
        var words = name(reason).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
