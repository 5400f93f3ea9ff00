package ballast.consensus;

/// Who orders entries, as this replica sees it; it may be out of date.
public enum Leadership {
    /// This replica leads and takes proposals.
    LEADING,
    /// Another replica leads.
    FOLLOWING,
    /// No leader is known.
    UNKNOWN,
}
