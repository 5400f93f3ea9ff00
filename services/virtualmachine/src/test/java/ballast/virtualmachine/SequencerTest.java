package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who waits for what, and how much goes into a block.
final class SequencerTest {
    private static final int TRANSACTION_BYTES = 10;
    private static final Recipient NOBODY = new Recipient() {
        @Override
        public void give(byte[] outcome) {
            throw new AssertionError("a sequencer answers nobody");
        }

        @Override
        public void fail(ServiceFailure failure) {
            throw new AssertionError("a sequencer answers nobody", failure);
        }
    };

    private final Sequencer sequencer = sequencer(new Blocks(2, 16, 3, Block.BYTES_MAX));

    @Test
    void cutsNothingOutOfNothing() {
        assertThat(sequencer.cut(5)).isEmpty();
        assertThat(sequencer.isIdle()).isTrue();
        assertThat(sequencer.inFlight()).isZero();
    }

    @Test
    void countsItsBlocksAndSaysWhenAndHowTheyWereCut() {
        add(1, 0);
        assertThat(sequencer.isIdle()).isFalse();
        assertThat(sequencer.cut(5)).contains(new Block(7, 1, 5, true, List.of(bytes(1))));
        assertThat(sequencer.waiting()).isZero();
        assertThat(sequencer.inFlight()).isOne();
        assertThat(sequencer.isIdle())
                .describedAs("somebody waits for the block")
                .isFalse();
        assertThat(sequencer.tick(6)).isEqualTo(new Block(7, 2, 6, true, List.of()));
        assertThat(sequencer.isAnswered(2)).isFalse();
        assertThat(sequencer.isAnswered(3)).isTrue();
    }

    @Test
    void cutsAnotherBlockOnlyWhenItIsFullByCount() {
        add(1, 0);
        assertThat(sequencer.cut(5)).isPresent();
        add(2, 0);
        add(3, 0);
        assertThat(sequencer.cut(5)).isEmpty();
        add(4, 0);
        assertThat(sequencer.cut(5).orElseThrow().transactions()).containsExactly(bytes(2), bytes(3), bytes(4));
        for (int number = 5; number < 15; number++) {
            add(number, 0);
        }
        assertThat(sequencer.cut(5)).describedAs("two are in flight").isEmpty();
    }

    @Test
    void cutsAnotherBlockOnlyWhenItIsFullByBytes() {
        int threeBytes = Block.bytes(3, 3 * TRANSACTION_BYTES);
        for (int bytesMax : new int[] {threeBytes, threeBytes + 1}) {
            var small = sequencer(new Blocks(9, 16, 100, bytesMax));
            small.add(pending(1, 0));
            assertThat(small.cut(5)).isPresent();
            for (int number = 2; number <= 4; number++) {
                small.add(pending(number, 0));
            }
            assertThat(small.cut(5).isPresent())
                    .describedAs("three fill %d bytes", bytesMax)
                    .isEqualTo(bytesMax == threeBytes);
            small.add(pending(5, 0));
            small.add(pending(6, 0));
            small.add(pending(7, 0));
            var next = small.cut(5).orElseThrow();
            assertThat(next.transactions()).hasSize(3);
            assertThat(next.encoded().remaining()).isEqualTo(threeBytes);
        }
    }

    @Test
    void forgetsTheBytesOfThoseWhoWentAway() {
        var small = sequencer(new Blocks(9, 16, 100, Block.bytes(3, 3 * TRANSACTION_BYTES)));
        small.add(pending(1, 0));
        assertThat(small.cut(5)).isPresent();
        small.add(pending(2, 10));
        small.add(pending(3, 11));
        assertThat(small.withdrawWaiting(10)).isEmpty();
        assertThat(small.withdrawWaiting(11)).hasSize(1);
        small.add(pending(4, 12));
        assertThat(small.cut(5)).describedAs("two are no full block").isEmpty();
        assertThat(small.waiting()).isEqualTo(2);
    }

    @Test
    void knowsWhoWaitsForABlock() {
        var first = add(1, 0);
        var second = add(2, 0);
        var block = sequencer.cut(5).orElseThrow();
        assertThat(sequencer.executed(new Block(8, 1, 5, true, block.transactions())))
                .describedAs("somebody else's")
                .isEmpty();
        assertThat(sequencer.executed(block)).containsExactly(first, second);
        assertThat(sequencer.executed(block)).describedAs("once").isEmpty();
        assertThat(sequencer.isAnswered(1)).isTrue();
        assertThat(sequencer.inFlight()).isZero();
        assertThat(sequencer.isIdle()).isTrue();
    }

    @Test
    void tellsWhoWaitsForABlockThatWasRejectedOrIsUnknown() {
        var first = add(1, 0);
        assertThat(sequencer.cut(5)).isPresent();
        sequencer.unknown(1);
        assertThat(sequencer.inFlight()).isZero();
        assertThat(sequencer.isAnswered(1)).describedAs("they wait on").isFalse();
        assertThat(sequencer.rejected(1)).containsExactly(first);
        assertThat(sequencer.rejected(1)).isEmpty();
    }

    @Test
    void takesThoseWhoseBlockWasCutTooLongAgo() {
        var first = add(1, 0);
        assertThat(sequencer.cut(5)).isPresent();
        sequencer.unknown(1);
        var second = add(2, 0);
        assertThat(sequencer.cut(6)).isPresent();
        assertThat(sequencer.withdrawUndecided(5)).isEmpty();
        assertThat(sequencer.withdrawUndecided(6)).containsExactly(first);
        assertThat(sequencer.withdrawUndecided(7)).containsExactly(second);
        assertThat(sequencer.isIdle()).isTrue();
    }

    private PendingTransaction add(int number, long acceptedMillis) {
        var pending = pending(number, acceptedMillis);
        sequencer.add(pending);
        return pending;
    }

    private static PendingTransaction pending(int number, long acceptedMillis) {
        return new PendingTransaction(bytes(number), NOBODY, acceptedMillis);
    }

    private static ByteString bytes(int number) {
        return ByteString.copyFromUtf8("%010d".formatted(number));
    }

    private static Sequencer sequencer(Blocks blocks) {
        var options = new VirtualMachineOptions(
                blocks,
                new Calls(100, 1 << 20, TRANSACTION_BYTES),
                VirtualMachineOptions.defaults().checkpoints(),
                VirtualMachineOptions.defaults().patience(),
                true);
        return new Sequencer(7, options);
    }
}
