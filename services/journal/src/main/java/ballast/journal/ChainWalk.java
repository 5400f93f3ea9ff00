package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a whole journal from its first byte and proves every block, up to the first flaw. Changes nothing.
final class ChainWalk {
    private final Disk disk;
    private final Path directory;
    private final BlockListener listener;
    private final RecordReader reader = new RecordReader();
    private final List<Extent> sound = new ArrayList<>();
    private OptionalInt group;
    private Tail tail = Tail.NONE;

    /// @param group the one that the segments must belong to; if empty, that of the first
    ChainWalk(Disk disk, Path directory, OptionalInt group, BlockListener listener) {
        this.disk = disk;
        this.directory = directory;
        this.group = group;
        this.listener = listener;
    }

    Chain walk() throws IOException {
        JournalFiles files = JournalFiles.in(disk, directory);
        List<SegmentName> segments = files.segments();
        Optional<Flaw> flaw = files.foreign().map(this::foreign);
        for (SegmentName segment : segments) {
            if (flaw.isEmpty()) {
                flaw = segment(segment);
            }
        }
        return new Chain(
                group.orElse(0), tail, List.copyOf(sound), segments.subList(sound.size(), segments.size()), flaw);
    }

    private Flaw foreign(String name) {
        return new Flaw(
                new JournalDamage(directory.resolve(name), 0, 0, "no file but those of the journal, found this"),
                false);
    }

    private Optional<Flaw> segment(SegmentName name) throws IOException {
        long expected = tail.height() + 1;
        if (name.firstHeight() > expected) {
            String next = "a segment that starts with block %d, found %s next".formatted(expected, name.fileName());
            return Optional.of(flaw(new SegmentName(expected), 0, next, true));
        }
        if (name.firstHeight() < expected) {
            return Optional.of(flaw(name, 0, "a segment that starts with block " + expected, false));
        }
        try (DiskFile file = disk.openForReading(directory.resolve(name.fileName()))) {
            long bytes = file.size();
            Optional<Flaw> flaw = header(name, SegmentHeader.read(file, bytes));
            return flaw.isPresent() ? flaw : blocks(name, file, bytes);
        }
    }

    private Optional<Flaw> header(SegmentName name, HeaderRead read) {
        return switch (read) {
            case Broken broken -> Optional.of(flaw(name, 0, broken.expected(), broken.crashExplains()));
            case HeaderRead.Whole(SegmentHeader header) -> {
                group = OptionalInt.of(group.orElse(header.group()));
                yield tail.objection(header, group.getAsInt()).map(objection -> flaw(name, 0, objection, false));
            }
        };
    }

    private Optional<Flaw> blocks(SegmentName name, DiskFile file, long bytes) throws IOException {
        long at = SegmentHeader.BYTES;
        Optional<Flaw> flaw = Optional.empty();
        boolean more = true;
        while (more) {
            switch (reader.read(file, at, bytes)) {
                case RecordRead.End() -> more = false;
                case Broken broken -> flaw = Optional.of(flaw(name, at, broken.expected(), broken.crashExplains()));
                case RecordRead.Whole(RecordView block) -> {
                    long offset = at;
                    flaw = tail.objection(block).map(objection -> flaw(name, offset, objection, false));
                    if (flaw.isEmpty()) {
                        listener.block(block, name, at);
                        tail = tail.after(block);
                        at += block.recordBytes();
                    }
                }
            }
            more = more && flaw.isEmpty();
        }
        sound.add(new Extent(name, tail.height(), at, bytes));
        return flaw;
    }

    private Flaw flaw(SegmentName name, long offset, String expected, boolean crashExplains) {
        return new Flaw(
                new JournalDamage(directory.resolve(name.fileName()), tail.height() + 1, offset, expected),
                crashExplains);
    }
}
