package ballast.journal;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of a segment file: the height of its first block in 19 digits, so that names sort as heights do.
record SegmentName(long firstHeight) {
    private static final Pattern NAME = Pattern.compile("\\d{19}\\.journal");
    private static final int DIGITS = 19;

    /// Nothing if a segment is never called that.
    static Optional<SegmentName> parse(String fileName) {
        if (!NAME.matcher(fileName).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SegmentName(Long.parseLong(fileName.substring(0, DIGITS))));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    String fileName() {
        return "%019d.journal".formatted(firstHeight);
    }
}
