package ballast.ledger;

/// Why the ledger refuses a transaction, in order of precedence: arguments come before conditions and conditions before
/// legs; legs are applied in order, and where several reasons hold of one leg, the first of this list is given.
///
/// Where TigerBeetle has the same reason, it has its name.
public enum RefusalReason {
    /// A field is out of its range, or two do not go together.
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
    /// The account was opened before, and its limits are others.
    EXISTS_WITH_DIFFERENT_LIMITS,
    /// The account was opened before, with other user data.
    EXISTS_WITH_DIFFERENT_USER_DATA,
    /// The account was opened before, with another code.
    EXISTS_WITH_DIFFERENT_CODE,
    /// The account was opened before, in the same way.
    EXISTS,
    /// Accounts must be opened before use here, and the one that gives was not.
    DEBIT_ACCOUNT_NOT_FOUND,
    /// As above: the one that takes.
    CREDIT_ACCOUNT_NOT_FOUND,
    /// As above: the one that a leg other than a transfer or a hold names.
    ACCOUNT_NOT_FOUND,
    /// The address has [Ledger#ASSETS_MAX] assets already.
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
    /// A counter would rise above 2¹²⁷−1.
    OVERFLOWS_DEBITS_PENDING,
    /// As above.
    OVERFLOWS_CREDITS_PENDING,
    /// As above.
    OVERFLOWS_DEBITS_POSTED,
    /// As above.
    OVERFLOWS_CREDITS_POSTED,
    /// Debits pending and posted together would rise above 2¹²⁷−1.
    OVERFLOWS_DEBITS,
    /// Credits pending and posted together would rise above 2¹²⁷−1.
    OVERFLOWS_CREDITS,
    /// The hold would expire after the year 9999.
    OVERFLOWS_TIMEOUT,
    /// The account that gives would fall below its lower limit.
    EXCEEDS_CREDITS,
    /// The account that takes would rise above its upper limit.
    EXCEEDS_DEBITS,
    /// The transaction would make more than [Ledger#ENTRIES_MAX] entries, each extension of a hold counted as two.
    TOO_MANY_ENTRIES,
}
