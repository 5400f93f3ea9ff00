package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is in the directory of a journal.
///
/// @param segments in the order of their heights
/// @param foreign a file that no journal has there
record JournalFiles(List<SegmentName> segments, Optional<String> foreign) {
    static final String LOCK = "journal.lock";
    static final String MARK = "forced.mark";

    static JournalFiles in(Disk disk, Path directory) throws IOException {
        List<SegmentName> segments = new ArrayList<>();
        Optional<String> foreign = Optional.empty();
        for (String name : disk.list(directory)) {
            Optional<SegmentName> segment = SegmentName.parse(name);
            if (segment.isPresent()) {
                segments.add(segment.get());
            } else if (!name.equals(LOCK) && !name.equals(MARK)) {
                foreign = Optional.of(name);
            }
        }
        return new JournalFiles(List.copyOf(segments), foreign);
    }
}
