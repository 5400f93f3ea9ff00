package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BlockIndexTest {
    private static final int RECORD_BYTES = 100;

    @Test
    void findsTheStartOfASegmentWhileItKnowsNothingNearer() {
        BlockIndex index = new BlockIndex(4, 1_000);
        add(index, 1, 5);
        assertThat(index.atOrBefore(1)).isEqualTo(place(1, 1));
        assertThat(index.atOrBefore(5)).isEqualTo(place(1, 1));
        assertThat(index.markCount()).isZero();
    }

    @Test
    void knowsABlockEverySoManyBytes() {
        BlockIndex index = new BlockIndex(100, 300);
        add(index, 1, 10);
        assertThat(index.markCount()).isEqualTo(3);
        assertThat(index.atOrBefore(3)).isEqualTo(place(1, 1));
        assertThat(index.atOrBefore(4)).isEqualTo(place(1, 4));
        assertThat(index.atOrBefore(6)).isEqualTo(place(1, 4));
        assertThat(index.atOrBefore(10)).isEqualTo(place(1, 10));
    }

    @Test
    void neverLeadsToASegmentThatIsNotTheBlocks() {
        BlockIndex index = new BlockIndex(100, 300);
        add(index, 1, 6);
        add(index, 7, 9);
        assertThat(index.atOrBefore(6)).isEqualTo(place(1, 4));
        assertThat(index.atOrBefore(7)).isEqualTo(place(7, 7));
        assertThat(index.atOrBefore(8)).isEqualTo(place(7, 7));
    }

    @Test
    void forgetsEverySecondBlockWhenItKnowsTheMostThatItMay() {
        BlockIndex index = new BlockIndex(4, RECORD_BYTES);
        add(index, 1, 5);
        assertThat(index.markCount()).isEqualTo(4);
        add(index, 1, 6, 6);
        assertThat(index.markCount()).isEqualTo(3);
        assertThat(index.atOrBefore(5)).isEqualTo(place(1, 4));
        add(index, 1, 7, 100);
        assertThat(index.markCount()).isLessThanOrEqualTo(4);
    }

    @Test
    void keepsEverySegmentAndNoMoreThanSoManyBlocks() {
        BlockIndex index = new BlockIndex();
        for (int segment = 0; segment < 400; segment++) {
            for (int block = 1; block <= 1_000; block++) {
                long height = 1_000L * segment + block;
                index.add(new SegmentName(1_000L * segment + 1), height, offset(block, 1), 64 << 10);
            }
        }
        assertThat(index.markCount()).isBetween(BlockIndex.MARKS_MAX / 2, BlockIndex.MARKS_MAX);
        for (long height = 1; height <= 400_000; height += 777) {
            BlockIndex.Place place = index.atOrBefore(height);
            long segment = (height - 1) / 1_000 * 1_000 + 1;
            assertThat(place.segment()).isEqualTo(new SegmentName(segment));
            assertThat(place.height()).isBetween(Math.max(segment, height - 16), height);
            assertThat(place.offset()).isEqualTo(offset(place.height() - segment + 1, 1));
        }
    }

    private static void add(BlockIndex index, long from, long to) {
        add(index, from, from, to);
    }

    private static void add(BlockIndex index, long segment, long from, long to) {
        for (long height = from; height <= to; height++) {
            index.add(new SegmentName(segment), height, offset(height, segment), RECORD_BYTES);
        }
    }

    private static BlockIndex.Place place(long segment, long height) {
        return new BlockIndex.Place(new SegmentName(segment), height, offset(height, segment));
    }

    private static long offset(long height, long segment) {
        return SegmentHeader.BYTES + RECORD_BYTES * (height - segment);
    }
}
