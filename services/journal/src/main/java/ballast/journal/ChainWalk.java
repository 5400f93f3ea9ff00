package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a whole journal from its first byte and proves every block, up to the first flaw. Changes nothing.
///
/// Of a segment that is skimmed, only the header, the length of every record, and the last block are proven.
final class ChainWalk {
    private final Disk disk;
    private final Path directory;
    private final BlockIndex index;
    private final BlockListener listener;
    private final RecordReader reader = new RecordReader();
    private final List<Extent> sound = new ArrayList<>();
    private OptionalInt group = OptionalInt.empty();
    private Tail tail = Tail.NONE;

    /// @param index is told where every block is
    /// @param listener is told of every block that is proven
    ChainWalk(Disk disk, Path directory, BlockIndex index, BlockListener listener) {
        this.disk = disk;
        this.directory = directory;
        this.index = index;
        this.listener = listener;
    }

    /// @param expectedGroup the one that the segments must belong to; if empty, that of the first
    Chain walk(OptionalInt expectedGroup, Skimming skimming) throws IOException {
        group = expectedGroup;
        JournalFiles files = JournalFiles.in(disk, directory);
        List<SegmentName> segments = files.segments();
        Optional<Flaw> flaw = files.foreign().map(this::foreign);
        for (int i = 0; i < segments.size() && flaw.isEmpty(); i++) {
            flaw = segment(segments.get(i), skimming.applies(segments, i));
        }
        return new Chain(
                group.orElse(0), tail, List.copyOf(sound), segments.subList(sound.size(), segments.size()), flaw);
    }

    private Flaw foreign(String name) {
        return new Flaw(
                new JournalDamage(directory.resolve(name), 0, 0, "no file but those of the journal, found this"),
                false);
    }

    private Optional<Flaw> segment(SegmentName name, boolean skim) throws IOException {
        long expected = tail.height() + 1;
        if (name.firstHeight() > expected) {
            String next = "a segment that starts with block %d, found %s next".formatted(expected, name.fileName());
            return Optional.of(flaw(new SegmentName(expected), expected, 0, new Broken(next, true)));
        }
        if (name.firstHeight() < expected) {
            Broken other = new Broken("a segment that starts with block " + expected, false);
            return Optional.of(flaw(name, expected, 0, other));
        }
        try (DiskFile file = disk.openForReading(directory.resolve(name.fileName()))) {
            long bytes = file.size();
            Optional<Flaw> flaw = header(name, SegmentHeader.read(file, bytes));
            return flaw.isPresent() ? flaw : blocks(name, file, bytes, skim);
        }
    }

    private Optional<Flaw> header(SegmentName name, HeaderRead read) {
        return switch (read) {
            case Broken broken -> Optional.of(flaw(name, tail.height() + 1, 0, broken));
            case HeaderRead.Whole(SegmentHeader header) -> {
                group = OptionalInt.of(group.orElse(header.group()));
                yield tail.objection(header, group.getAsInt())
                        .map(objection -> flaw(name, tail.height() + 1, 0, new Broken(objection, false)));
            }
        };
    }

    private Optional<Flaw> blocks(SegmentName name, DiskFile file, long bytes, boolean skim) throws IOException {
        return skim ? skimmed(name, file, bytes) : proven(name, file, bytes);
    }

    private Optional<Flaw> proven(SegmentName name, DiskFile file, long bytes) throws IOException {
        long at = SegmentHeader.BYTES;
        Optional<Flaw> flaw = Optional.empty();
        boolean more = true;
        while (more) {
            switch (reader.read(file, at, bytes)) {
                case RecordRead.End() -> more = false;
                case Broken broken -> flaw = Optional.of(flaw(name, tail.height() + 1, at, broken));
                case RecordRead.Whole(RecordView block) -> {
                    long offset = at;
                    flaw = tail.objection(block)
                            .map(objection -> flaw(name, tail.height() + 1, offset, new Broken(objection, false)));
                    if (flaw.isEmpty()) {
                        index.add(name, block.height(), at, block.recordBytes());
                        listener.block(block);
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

    private Optional<Flaw> skimmed(SegmentName name, DiskFile file, long bytes) throws IOException {
        long height = tail.height();
        long at = SegmentHeader.BYTES;
        long last = at;
        FrameRead frame = reader.glance(file, at, bytes);
        while (frame instanceof FrameRead.Framed framed) {
            height++;
            index.add(name, height, at, framed.recordBytes());
            last = at;
            at += framed.recordBytes();
            frame = reader.glance(file, at, bytes);
        }
        return frame instanceof Broken broken
                ? Optional.of(flaw(name, height + 1, at, broken))
                : lastBlock(name, height, last, reader.read(file, last, bytes));
    }

    private Optional<Flaw> lastBlock(SegmentName name, long height, long offset, RecordRead read) {
        return switch (read) {
            case RecordRead.Whole(RecordView block)
            when block.height() == height -> {
                listener.block(block);
                tail = tail.after(block);
                sound.add(new Extent(name, height, offset + block.recordBytes(), offset + block.recordBytes()));
                yield Optional.empty();
            }
            case RecordRead.Whole(RecordView block) ->
                Optional.of(flaw(name, height, offset, new Broken("this block, found " + block.height(), false)));
            case RecordRead.End() ->
                Optional.of(flaw(name, height + 1, offset, new Broken("a block, found none", false)));
            case Broken broken -> Optional.of(flaw(name, height, offset, broken));
        };
    }

    private Flaw flaw(SegmentName name, long height, long offset, Broken broken) {
        JournalDamage damage = new JournalDamage(directory.resolve(name.fileName()), height, offset, broken.expected());
        return new Flaw(damage, broken.crashExplains());
    }
}
