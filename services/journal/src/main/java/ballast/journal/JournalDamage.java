package ballast.journal;

import java.nio.file.Path;

/// The first place where a journal is not what was once written.
///
/// @param file the segment or other file, which may be missing
/// @param height the block that should be there; 0 if it concerns no block
/// @param offset the byte in the file at which the wrong record or header starts
/// @param expected what should have been there, and what was found
public record JournalDamage(Path file, long height, long offset, String expected) {
    @Override
    public String toString() {
        return "%s, height %d, byte %d: expected %s".formatted(file, height, offset, expected);
    }
}
