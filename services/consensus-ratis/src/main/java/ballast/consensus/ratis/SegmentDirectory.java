package ballast.consensus.ratis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/// Makes the names of segment files durable, which Ratis leaves to the file system: it forces the bytes of a new
/// segment and never the directory that says that the segment exists. Belongs to the thread that writes the log.
final class SegmentDirectory {
    /// File systems stamp changes with a clock that ticks this seldom at worst; a directory forced so soon after
    /// a change may have changed again under the same stamp.
    private static final long STAMP_MILLIS = 50;

    private final Path directory;
    private FileTime durable = FileTime.fromMillis(0);

    SegmentDirectory(Path directory) {
        this.directory = directory;
    }

    /// Forces the directory if a file came, went or was renamed since the last call.
    void forceIfChanged() throws IOException {
        FileTime changed = Files.getLastModifiedTime(directory);
        if (changed.equals(durable)) {
            return;
        }
        long begun = System.currentTimeMillis();
        LogDirectory.force(directory);
        if (begun - changed.to(TimeUnit.MILLISECONDS) > STAMP_MILLIS) {
            durable = changed;
        }
    }
}
