package ballast.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A segment file of Ratis, as its name describes it.
///
/// @param file `log_<first>-<last>` when closed, `log_inprogress_<first>` while it is written
/// @param first the index of its first entry
/// @param last the index of its last entry; empty while it is written
record SegmentName(Path file, long first, Optional<Long> last) {
    private static final Pattern CLOSED = Pattern.compile("log_(\\d+)-(\\d+)");
    private static final Pattern OPEN = Pattern.compile("log_inprogress_(\\d+)");

    /// The segments in a directory in the order of their entries. Ratis removes an open file without a byte by
    /// itself.
    static List<SegmentName> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(file -> of(file).stream())
                    .filter(segment ->
                            segment.last.isPresent() || segment.file.toFile().length() > 0)
                    .sorted(Comparator.comparingLong(SegmentName::first))
                    .toList();
        }
    }

    private static Optional<SegmentName> of(Path file) {
        String name = file.getFileName().toString();
        Matcher closed = CLOSED.matcher(name);
        if (closed.matches()) {
            return Optional.of(new SegmentName(
                    file, Long.parseLong(closed.group(1)), Optional.of(Long.parseLong(closed.group(2)))));
        }
        Matcher open = OPEN.matcher(name);
        return open.matches()
                ? Optional.of(new SegmentName(file, Long.parseLong(open.group(1)), Optional.empty()))
                : Optional.empty();
    }
}
