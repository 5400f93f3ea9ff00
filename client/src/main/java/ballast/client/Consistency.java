package ballast.client;

/// How fresh a read must be.
public enum Consistency {
    /// It shows everything that anybody was answered before it was asked.
    STRICT,
    /// It shows what the server has, which is never torn, but may be older.
    LOCAL
}
