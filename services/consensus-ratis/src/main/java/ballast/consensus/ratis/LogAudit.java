package ballast.consensus.ratis;

import ballast.consensus.LogPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;

/// Reads the whole log before Ratis opens it, drops what a crash left half-written at its end, and refuses
/// everything else that is not in order.
///
/// Ratis alone offers two answers to a record that fails its checksum, and both are wrong for a ledger: to
/// refuse, even where the record is the torn end that every crash may leave; or to go on with what comes before
/// it, even where that silently drops entries that were acknowledged. It also deletes a segment in which it finds
/// no entry at all. Hence the rules here, for the first byte that is not part of a whole record in sequence:
///
/// | What is found | Then |
/// |---|---|
/// | in a closed segment, or in one that is not the last | refuse |
/// | the entry there was acknowledged ([AcknowledgedMark]) | refuse |
/// | the state machine holds entries after it | refuse |
/// | whole records follow, and it does not look unfinished | refuse |
/// | anything else | nobody was told of it: cut it off |
///
/// Whole records behind an unfinished one are no proof against it: a loss of power may keep the later and lose
/// the earlier of two writes of which neither was forced.
final class LogAudit {
    private static final System.Logger LOG = System.getLogger(LogAudit.class.getName());

    private final Path segments;
    private final long acknowledged;
    private final long forgotten;
    private final LogPosition recovered;

    /// @param segments where the segment files are
    /// @param acknowledged the index of the last entry known to have been delivered
    /// @param forgotten the index up to which entries may be missing
    /// @param recovered the last entry that the state machine holds
    LogAudit(Path segments, long acknowledged, long forgotten, LogPosition recovered) {
        this.segments = segments;
        this.acknowledged = acknowledged;
        this.forgotten = forgotten;
        this.recovered = recovered;
    }

    /// @throws LogDamagedException if entries that were acknowledged are missing or damaged
    LogExtent check() {
        try {
            List<SegmentName> names = withoutLeftovers(SegmentName.in(segments));
            LogExtent extent = LogExtent.NONE;
            for (SegmentName name : names) {
                boolean isFirst = name.equals(names.getFirst());
                if (!isFirst && name.first() != extent.last() + 1) {
                    throw new LogDamagedException(
                            name.file(), 0, "entries before %d are missing".formatted(name.first()));
                }
                long last = check(name, name.equals(names.getLast()));
                extent = new LogExtent(isFirst ? name.first() : extent.first(), last);
            }
            checkBegins(extent);
            checkReaches(extent, names.isEmpty() ? segments : names.getLast().file());
            return extent;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log in " + segments, e);
        }
    }

    /// Ratis deletes forgotten segments from the last to the first, so a crash may leave the oldest behind a gap.
    private List<SegmentName> withoutLeftovers(List<SegmentName> names) throws IOException {
        for (int next = names.size() - 1; next > 0; next--) {
            long begin = names.get(next).first();
            long end = names.get(next - 1).last().orElse(begin - 1);
            if (end < begin - 1 && begin - 1 <= forgotten) {
                for (SegmentName leftover : names.subList(0, next)) {
                    Files.delete(leftover.file());
                }
                LogDirectory.force(segments);
                return names.subList(next, names.size());
            }
        }
        return names;
    }

    private long check(SegmentName name, boolean isLast) throws IOException {
        long last;
        long intactBytes;
        try (SegmentScan scan = new SegmentScan(name, recovered.index())) {
            checkTerm(name, scan);
            if (name.last().isPresent()) {
                checkClosed(name, scan, name.last().get());
                return name.last().get();
            }
            if (!isLast) {
                throw new LogDamagedException(name.file(), 0, "an unfinished segment before the last one");
            }
            if (scan.endsCleanly() && scan.intactBytes() > 0) {
                return scan.last();
            }
            checkUnacknowledged(name, scan);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}: dropping {1} bytes after entry {2}, which a crash left half-written",
                    name.file(),
                    Long.toString(scan.fileBytes() - scan.intactBytes()),
                    Long.toString(scan.last()));
            last = scan.last();
            intactBytes = scan.intactBytes();
        }
        cut(name.file(), intactBytes);
        return last;
    }

    private void checkTerm(SegmentName name, SegmentScan scan) {
        OptionalLong term = scan.termOfWanted();
        if (recovered.index() > 0 && term.isPresent() && term.getAsLong() != recovered.term()) {
            throw new LogDamagedException(
                    name.file(),
                    0,
                    "entry %d is of term %d, but the state machine recovered it as of term %d: this is another log"
                            .formatted(recovered.index(), term.getAsLong(), recovered.term()));
        }
    }

    private static void checkClosed(SegmentName name, SegmentScan scan, long last) {
        if (scan.last() < last) {
            throw new LogDamagedException(
                    name.file(), scan.intactBytes(), "entry %d of a finished segment".formatted(scan.last() + 1));
        }
    }

    private void checkUnacknowledged(SegmentName name, SegmentScan scan) {
        long entry = scan.last() + 1;
        if (acknowledged > 0 && entry <= acknowledged) {
            throw new LogDamagedException(
                    name.file(), scan.intactBytes(), "entry %d, which was acknowledged".formatted(entry));
        }
        if (recovered.index() > 0 && entry <= recovered.index()) {
            throw new LogDamagedException(
                    name.file(), scan.intactBytes(), "entry %d, which the state machine holds".formatted(entry));
        }
        OptionalLong behind = scan.recordBehindDamage();
        if (behind.isPresent() && !scan.looksUnfinished()) {
            throw new LogDamagedException(
                    name.file(),
                    scan.intactBytes(),
                    "entry %d, before the whole entry %d".formatted(entry, behind.getAsLong()));
        }
    }

    private void cut(Path file, long intactBytes) throws IOException {
        if (intactBytes == 0) {
            Files.delete(file);
            LogDirectory.force(segments);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(intactBytes);
            channel.force(true);
        }
    }

    private void checkBegins(LogExtent extent) {
        if (extent.first() > forgotten + 1) {
            throw new LogDamagedException(
                    segments,
                    0,
                    "the log begins with entry %d, but was not allowed to drop any after %d"
                            .formatted(extent.first(), forgotten));
        }
    }

    /// What was delivered once must be in the log or have been forgotten; a log never ends before it.
    private void checkReaches(LogExtent extent, Path where) {
        long reached = Math.max(acknowledged, recovered.index());
        if (reached > 0 && extent.last() < reached) {
            throw new LogDamagedException(
                    where,
                    where.toFile().isFile() ? where.toFile().length() : 0,
                    "the log ends with entry %d, but entry %d was delivered".formatted(extent.last(), reached));
        }
    }
}
