package ballast.journal;

/// The journal could not do what was asked; the subtypes say what the caller may conclude. This type itself:
/// a file could not be read or opened.
public sealed class JournalException extends RuntimeException
        permits JournalDamagedException, JournalFailedException, JournalWriteException {
    private static final long serialVersionUID = 1L;

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
