package ballast.history;

/// The index beside the journal cannot be used: its folder cannot be read or written, or what is in it is not what was
/// once written. The journal has everything: without the folder, the next start builds a new one.
public final class HistoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryException(String message) {
        super(message);
    }

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
