package workouts.trainings.domain.training;

/// What the two sides tell each other about a training: at most 1000 characters, counted as people count them (code
/// points, not bytes). May be empty. Never written to a log.
public record Notes(String text) {
    public static final int CHARACTERS_MAX = 1000;
    public static final Notes NONE = new Notes("");

    public Notes {
        if (isTooLong(text)) {
            throw new IllegalArgumentException("notes have at most " + CHARACTERS_MAX + " characters");
        }
    }

    /// The notes, or [Refusal#NOTE_TOO_LONG].
    public static Decision<Notes> of(String text) {
        return isTooLong(text) ? Decision.refused(Refusal.NOTE_TOO_LONG) : Decision.accepted(new Notes(text));
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > CHARACTERS_MAX;
    }

    @Override
    public String toString() {
        return "Notes[" + text.length() + "]";
    }
}
