package ballast.ledger;

/// What a transaction learns of the block that it stands in.
///
/// @param timeMillis the block time, never earlier than that of the block before
/// @param explicitAccounts whether an account must be opened before anything else is done with it
public record BlockContext(long timeMillis, boolean explicitAccounts) {}
