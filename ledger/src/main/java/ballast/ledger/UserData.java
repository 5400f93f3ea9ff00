package ballast.ledger;

/// Words that the ledger keeps with an account for the application and does not read.
///
/// @param wide 128 bits
/// @param middle 64 bits
/// @param narrow 32 bits
public record UserData(Int128 wide, long middle, int narrow) {
    /// All bits zero.
    public static final UserData NONE = new UserData(Int128.ZERO, 0, 0);
}
