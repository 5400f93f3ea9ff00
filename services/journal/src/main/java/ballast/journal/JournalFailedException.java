package ballast.journal;

/// Nobody knows any more what of the journal is on disk. It takes no block and forces nothing from here on;
/// what was appended can still be read. The process has to end: the next one reads what is really there.
public final class JournalFailedException extends JournalException {
    private static final long serialVersionUID = 1L;

    public JournalFailedException(String message) {
        super(message);
    }

    public JournalFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
