package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Any occurrence of a term is found from its last one, in few steps.
final class PostingsTest {
    @TempDir
    Path folder;

    @Test
    void findsTheLastOccurrenceUpToAnyPlaceAndAnyOrdinal() throws Exception {
        var random = new Random(3);
        try (var postings = Postings.open(folder.resolve("p"), 0)) {
            long[] heads = new long[3];
            List<List<Long>> places = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int position = 1; position <= 2_000; position++) {
                int term = random.nextInt(3);
                heads[term] = postings.append(At.of(position, 0), term, heads[term]);
                places.get(term).add(At.of(position, 0));
            }
            var found = new Posting();
            for (int term = 0; term < 3; term++) {
                var all = places.get(term);
                for (int ordinal = 1; ordinal <= all.size(); ordinal++) {
                    postings.seekOrdinal(heads[term], ordinal, found);
                    assertThat(found.at).isEqualTo(all.get(ordinal - 1));
                    assertThat(found.term).isEqualTo(term);
                    postings.seekAtOrBefore(heads[term], all.get(ordinal - 1), found);
                    assertThat(found.ordinal).isEqualTo(ordinal);
                    postings.seekAtOrBefore(heads[term], all.get(ordinal - 1) - 1, found);
                    assertThat(found.ordinal).isEqualTo(ordinal - 1);
                }
            }
        }
    }

    @Test
    void jumpsAreFewHoweverLongTheChain() throws Exception {
        try (var postings = Postings.open(folder.resolve("p"), 0)) {
            long head = 0;
            for (int position = 1; position <= 100_000; position++) {
                head = postings.append(At.of(position, 0), 0, head);
            }
            var posting = new Posting();
            var jump = new Posting();
            int worst = 0;
            for (long wanted = 1; wanted <= 100_000; wanted += 997) {
                int steps = 0;
                postings.read(head, posting);
                while (posting.ordinal > wanted) {
                    postings.read(posting.jump, jump);
                    postings.read(jump.ordinal >= wanted ? posting.jump : posting.before, posting);
                    steps++;
                }
                worst = Math.max(worst, steps);
            }
            assertThat(worst).describedAs("steps among 100,000 (2 log2 is 34)").isLessThan(40);
        }
    }

    @Test
    void everyChangedBitOfARecordIsNoticed() throws Exception {
        var file = folder.resolve("p");
        try (var postings = Postings.open(file, 0)) {
            postings.append(At.of(5, 1), 7, postings.append(At.of(4, 0), 7, 0));
        }
        for (int bit = 0; bit < 8 * Postings.BYTES; bit++) {
            flip(file, Postings.BYTES + bit / 8, 1 << bit % 8);
            try (var postings = Postings.open(file, 2)) {
                int flipped = bit;
                var into = new Posting();
                assertThatExceptionOfType(HistoryException.class)
                        .describedAs("bit %d", flipped)
                        .isThrownBy(() -> postings.read(2, into))
                        .withMessage("record 2 of %s is not what was written", file);
            }
            flip(file, Postings.BYTES + bit / 8, 1 << bit % 8);
        }
    }

    private static void flip(Path file, int at, int mask) throws Exception {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ mask)).flip();
            channel.write(one, at);
        }
    }
}
