package ballast.history;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/// Every occurrence of every term, in the order of history. Numbered from 1; 0 is none.
///
/// Each knows the one before it of the same term, how many there are up to it, and one further back, chosen so that any
/// earlier one is found in logarithmic time although nothing is ever changed: a skew-binary list (E. W. Myers, "An
/// applicative random-access stack", Information Processing Letters 17, 1983). A record of 32 bytes is four words:
///
/// ```
/// 0  place in history ([At])
/// 1  term (32 bits), checksum (32)
/// 2  the one before (40), ordinal (the upper 24 of 40)
/// 3  ordinal (the lower 16), the one further back (40), zero (8)
/// ```
///
/// The checksum covers the record and its number, and is compared whenever the record is read.
final class Postings implements Closeable {
    static final int BYTES = 32;

    private static final long FORTY_BITS = (1L << 40) - 1;
    private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio

    private final Path path;
    private final AppendFile file;
    private final Posting last = new Posting();
    private final Posting further = new Posting();

    private Postings(Path path, AppendFile file) {
        this.path = path;
        this.file = file;
    }

    static Postings open(Path path, long count) throws IOException {
        return new Postings(path, AppendFile.open(path, count * BYTES));
    }

    long count() {
        return file.end() / BYTES;
    }

    /// Adds an occurrence behind the last one of its term, and gives its number.
    long append(long at, int term, long before) {
        read(before, last);
        long ordinal = last.ordinal + 1;
        long jump = jump(ordinal, last);
        long offset = file.append(BYTES);
        long number = offset / BYTES + 1;
        long third = before << 24 | ordinal >>> 16;
        long fourth = ordinal << 48 | jump << 8;
        file.putLong(offset, at);
        file.putLong(offset + 8, (long) term << 32 | checksum(number, at, term, third, fourth));
        file.putLong(offset + 16, third);
        file.putLong(offset + 24, fourth);
        return number;
    }

    /// @throws HistoryException if the record is not what was once written
    void read(long number, Posting into) {
        if (number == 0) {
            into.clear();
            return;
        }
        long offset = (number - 1) * BYTES;
        long at = file.longAt(offset);
        long second = file.longAt(offset + 8);
        long third = file.longAt(offset + 16);
        long fourth = file.longAt(offset + 24);
        if ((second & 0xFFFF_FFFFL) != checksum(number, at, (int) (second >>> 32), third, fourth)) {
            throw new HistoryException("record %d of %s is not what was written".formatted(number, path));
        }
        into.number = number;
        into.at = at;
        into.term = (int) (second >>> 32);
        into.before = third >>> 24;
        into.ordinal = (third & 0xFF_FFFF) << 16 | fourth >>> 48;
        into.jump = fourth >>> 8 & FORTY_BITS;
    }

    /// The last one of a term at or before a place, looking back from one of them.
    void seekAtOrBefore(long from, long at, Posting into) {
        Posting jump = new Posting();
        read(from, into);
        while (into.at > at) {
            read(into.jump, jump);
            if (jump.at > at) {
                into.copy(jump);
            } else {
                read(into.before, into);
            }
        }
    }

    /// The one of a term that has an ordinal, looking back from one that is not before it.
    void seekOrdinal(long from, long ordinal, Posting into) {
        Posting jump = new Posting();
        read(from, into);
        while (into.ordinal > ordinal) {
            read(into.jump, jump);
            if (jump.ordinal >= ordinal) {
                into.copy(jump);
            } else {
                read(into.before, into);
            }
        }
    }

    void force() throws IOException {
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// What the record with an ordinal jumps back to, behind the last one of its term.
    private long jump(long ordinal, Posting head) {
        if (distance(ordinal) == 1) {
            return head.number;
        }
        read(head.jump, further);
        return further.jump;
    }

    /// How far the record with an ordinal jumps: the last of the numbers 2^k - 1, the greatest first, that add up to
    /// the ordinal. So a jump goes over one record, or over two jumps of like length.
    static long distance(long ordinal) {
        long rest = ordinal;
        while (true) {
            long greatest = Long.highestOneBit(rest + 1) - 1;
            if (greatest == rest) {
                return greatest;
            }
            rest -= greatest;
        }
    }

    private static long checksum(long number, long at, int term, long third, long fourth) {
        long sum = mix(number ^ at);
        sum = mix(sum ^ term);
        sum = mix(sum ^ third);
        return mix(sum ^ fourth) >>> 32;
    }

    private static long mix(long word) {
        long product = word * MULTIPLIER;
        return product ^ product >>> 29;
    }
}
