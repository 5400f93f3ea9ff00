package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Brings the files of a journal to a state in which blocks can be appended: refuses damage, cuts off a torn
/// end, and makes the rest durable before anything is built on it.
final class Recovery {
    private final Disk disk;
    private final Path directory;

    Recovery(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /// A sound chain, durable as a whole, and what was cut to get it.
    record Recovered(Chain chain, Optional<CutTail> cutTail) {}

    Recovered recover(JournalOptions options, Optional<ForcedMark.Mark> mark, long durableHeight, BlockIndex index)
            throws IOException {
        Examination examination = new Examiner(disk, directory, mark, durableHeight)
                .examine(OptionalInt.of(options.group()), options.provenSegmentsMin(), index, block -> {});
        Chain chain = examination.chain();
        Optional<CutTail> cutTail = switch (examination.verdict()) {
            case SOUND -> Optional.empty();
            case TORN -> Optional.of(cut(chain, examination.damage().orElseThrow()));
            case DAMAGED ->
                throw new JournalDamagedException(examination.damage().orElseThrow(), examination.advice());
        };
        forceAbove(mark.orElse(ForcedMark.Mark.NONE).height(), chain.sound());
        return new Recovered(chain, cutTail);
    }

    private CutTail cut(Chain chain, JournalDamage damage) throws IOException {
        long bytes = 0;
        for (SegmentName segment : chain.rest().reversed()) {
            Path path = directory.resolve(segment.fileName());
            bytes += size(path);
            disk.delete(path);
        }
        if (!chain.sound().isEmpty()) {
            Extent last = chain.sound().getLast();
            bytes += last.fileBytes() - last.soundBytes();
            truncate(last);
        }
        disk.forceDirectory(directory);
        return new CutTail(damage.file(), damage.height(), damage.offset(), bytes, damage.expected());
    }

    private long size(Path path) throws IOException {
        try (DiskFile file = disk.openForReading(path)) {
            return file.size();
        }
    }

    /// Forced at once, or the old end could come back behind the blocks that will be written instead.
    private void truncate(Extent extent) throws IOException {
        try (DiskFile file = disk.openForWriting(directory.resolve(extent.name().fileName()))) {
            file.truncate(extent.soundBytes());
            file.force();
        }
    }

    private void forceAbove(long height, List<Extent> extents) throws IOException {
        for (Extent extent : extents) {
            if (extent.lastHeight() > height) {
                try (DiskFile file =
                        disk.openForWriting(directory.resolve(extent.name().fileName()))) {
                    file.force();
                }
            }
        }
        disk.forceDirectory(directory);
    }
}
