package ballast.journal;

/// What an operator can do about a damaged journal.
final class Advice {
    private static final String RESTORE =
            "Nothing was changed. Restore the file from a backup or from another replica of the same group, "
                    + "and prove the journal offline before starting again";

    static final String NO_CRASH =
            "No crash leaves this behind: look at the disk and at who has access to the files. " + RESTORE;

    static final String BLOCKS_BEHIND =
            "Sound blocks follow, so it is not the torn end that a crash leaves. " + RESTORE;

    private Advice() {}

    static String durable(long height) {
        return "All blocks up to %d had been forced to disk, so it is not the torn end that a crash leaves. %s"
                .formatted(height, RESTORE);
    }
}
