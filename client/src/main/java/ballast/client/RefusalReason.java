package ballast.client;

/// Why a transaction was refused, in order of precedence: the closed list of the ledger. docs/semantics.md explains
/// it.
public enum RefusalReason {
    /// The id is not 16 bytes. Not recorded.
    ID_MALFORMED,
    /// Another transaction with a different content owns the id. Not recorded; the owner's outcome stays.
    ID_ALREADY_USED,
    /// No contract of this name is deployed.
    CONTRACT_UNKNOWN,
    /// The contract has no such method, or the method cannot be called this way.
    METHOD_UNKNOWN,
    /// Something does not decode, or a field is missing or out of its range.
    ARGUMENTS_MALFORMED,
    /// A condition does not hold.
    CONDITION_NOT_MET,
    /// A hold from an account to itself.
    ACCOUNTS_MUST_BE_DIFFERENT,
    /// There is no transaction with the id that is to be reversed.
    TRANSACTION_NOT_FOUND,
    /// The transaction was refused or moved nothing.
    TRANSACTION_NOT_REVERSIBLE,
    /// The transaction was reversed before.
    TRANSACTION_ALREADY_REVERSED,
    /// There is no transaction with the id that is named as a hold's.
    PENDING_TRANSFER_NOT_FOUND,
    /// The transaction has no hold there.
    PENDING_TRANSFER_NOT_PENDING,
    /// The account was opened before, with other limits.
    EXISTS_WITH_DIFFERENT_LIMITS,
    /// The account was opened before, with other user data.
    EXISTS_WITH_DIFFERENT_USER_DATA,
    /// The account was opened before, with another code.
    EXISTS_WITH_DIFFERENT_CODE,
    /// The account was opened before, in the same way.
    EXISTS,
    /// Accounts must be opened before use here, and this was not: the one that gives.
    DEBIT_ACCOUNT_NOT_FOUND,
    /// As above: the one that takes.
    CREDIT_ACCOUNT_NOT_FOUND,
    /// As above: the one that a leg other than a transfer or a hold names.
    ACCOUNT_NOT_FOUND,
    /// The address has 128 assets already.
    TOO_MANY_ASSETS,
    /// More is to be captured than is still held.
    EXCEEDS_PENDING_TRANSFER_AMOUNT,
    /// All of the hold was captured.
    PENDING_TRANSFER_ALREADY_POSTED,
    /// The hold was released.
    PENDING_TRANSFER_ALREADY_VOIDED,
    /// The hold's time is over.
    PENDING_TRANSFER_EXPIRED,
    /// The account that gives is closed.
    DEBIT_ACCOUNT_ALREADY_CLOSED,
    /// The account that takes is closed.
    CREDIT_ACCOUNT_ALREADY_CLOSED,
    /// The account that is to be opened, limited or closed is closed.
    ACCOUNT_ALREADY_CLOSED,
    /// The account that is to be reopened is not closed.
    ACCOUNT_NOT_CLOSED,
    /// A counter would rise above 2^127 - 1.
    OVERFLOWS_DEBITS_PENDING,
    OVERFLOWS_CREDITS_PENDING,
    OVERFLOWS_DEBITS_POSTED,
    OVERFLOWS_CREDITS_POSTED,
    /// Debits pending and posted together would rise above 2^127 - 1.
    OVERFLOWS_DEBITS,
    /// Credits pending and posted together would rise above 2^127 - 1.
    OVERFLOWS_CREDITS,
    /// The hold would expire after the year 9999.
    OVERFLOWS_TIMEOUT,
    /// The account that gives would fall below its lower limit.
    EXCEEDS_CREDITS,
    /// The account that takes would rise above its upper limit.
    EXCEEDS_DEBITS,
    /// The transaction would make more than 8,192 entries, each extension of a hold counted as two.
    TOO_MANY_ENTRIES,
    /// For a reason of a newer server, which this client does not know.
    UNKNOWN
}
