package ballast.journal;

/// A block could not be appended, most often because the disk is full. The journal holds nothing of it, still
/// reads, and takes the same block again.
public final class JournalWriteException extends JournalException {
    private static final long serialVersionUID = 1L;

    public JournalWriteException(String message, Throwable cause) {
        super(message, cause);
    }
}
