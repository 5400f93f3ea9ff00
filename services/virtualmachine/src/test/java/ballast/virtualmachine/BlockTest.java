package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import com.google.protobuf.ByteString;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BlockTest {
    private static final Block SMALL =
            new Block(-7, 3, 1_700_000_000_123L, true, List.of(ByteString.copyFromUtf8("one"), ByteString.EMPTY));

    @Test
    void readsWhatItWrote() {
        var entry = SMALL.encoded();
        assertThat(entry.remaining()).isEqualTo(Block.bytes(2, 3));
        assertThat(Block.decoded(entry)).isEqualTo(SMALL);
    }

    @Test
    void isWrittenAsItsDocumentSays() {
        assertThat(SMALL.encoded())
                .isEqualTo(ByteBuffer.allocate(41)
                        .put((byte) 2)
                        .put((byte) 1)
                        .putLong(-7)
                        .putLong(3)
                        .putLong(1_700_000_000_123L)
                        .putInt(2)
                        .putInt(3)
                        .put(new byte[] {'o', 'n', 'e'})
                        .putInt(0)
                        .flip());
    }

    @Test
    void readsABlockThatIsAsLargeAsABlockMayBe() {
        var most = new Block(1, 1, 0, false, Collections.nCopies(Block.TRANSACTIONS_MAX, ByteString.EMPTY));
        assertThat(Block.decoded(most.encoded())).isEqualTo(most);
        var longest = ByteString.copyFrom(new byte[Block.TRANSACTION_BYTES_MAX]);
        var heaviest = new Block(1, 1, 0, false, Collections.nCopies(31, longest));
        assertThat(Block.decoded(heaviest.encoded())).isEqualTo(heaviest);
    }

    @Test
    void readsABlockOfNothing() {
        var tick = new Block(1, 1, 5, false, List.of());
        assertThat(Block.decoded(tick.encoded())).isEqualTo(tick);
    }

    @Test
    void refusesEveryPrefixOfABlock() {
        var entry = SMALL.encoded();
        for (int length = 0; length < entry.remaining(); length++) {
            var prefix = ByteBuffer.allocate(length).put(entry.slice(0, length)).flip();
            assertThatExceptionOfType(InvariantViolation.class)
                    .describedAs("%d bytes", length)
                    .isThrownBy(() -> Block.decoded(prefix))
                    .withMessage("a block does not end inside a field")
                    .withCauseInstanceOf(BufferUnderflowException.class);
        }
    }

    static Stream<Arguments> wrongBlocks() {
        return Stream.of(
                Arguments.of("version is 1", changed(0, (byte) 1)),
                Arguments.of("flags is 2", changed(1, (byte) 2)),
                Arguments.of("sequence is 0", SMALL.encoded().putLong(10, 0)),
                Arguments.of("sequence is -1", SMALL.encoded().putLong(10, -1)),
                Arguments.of("time is -1", SMALL.encoded().putLong(18, -1)),
                Arguments.of("count is -1", SMALL.encoded().putInt(26, -1)),
                Arguments.of("count is 8191", SMALL.encoded().putInt(26, 8_191)),
                Arguments.of("length of a transaction is -1", SMALL.encoded().putInt(30, -1)),
                Arguments.of("length of a transaction is 65537", SMALL.encoded().putInt(30, 65_537)),
                Arguments.of(
                        "bytes after the last transaction is 4", SMALL.encoded().putInt(26, 1)),
                Arguments.of("size is 2097153", ByteBuffer.allocate(Block.BYTES_MAX + 1)));
    }

    @ParameterizedTest
    @MethodSource("wrongBlocks")
    void refusesAFieldOutOfItsRange(String message, ByteBuffer entry) {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> Block.decoded(entry))
                .withMessage("a block's " + message);
    }

    @Test
    void neverTakesMoreThanItsBytesWhateverTheyAre() {
        var random = new Random(20_260_103);
        IntStream.range(0, 2_000).forEach(round -> {
            var entry = SMALL.encoded();
            entry.put(random.nextInt(entry.remaining()), (byte) random.nextInt());
            try {
                assertThat(Block.decoded(entry).transactions()).hasSize(2);
            } catch (InvariantViolation expected) {
                assertThat(expected).hasMessageContaining("block");
            }
        });
    }

    private static ByteBuffer changed(int at, byte value) {
        return SMALL.encoded().put(at, value);
    }
}
