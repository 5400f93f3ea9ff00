package ballast.journal;

import java.nio.file.Path;

/// What was cut off the end of a journal because a crash had left it incomplete.
///
/// @param file where the cut begins; it may be gone as a whole
/// @param height the first block that is not in the journal any more, or never was
/// @param offset the byte in the file from which on everything was cut
/// @param bytes how many were cut, in this file and in any after it
/// @param expected what should have stood there, and what was found
public record CutTail(Path file, long height, long offset, long bytes, String expected) {}
