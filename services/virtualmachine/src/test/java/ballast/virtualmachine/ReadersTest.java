package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.virtualmachine.v1.ReadPositionResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class ReadersTest {
    private final Readers readers = new Readers();

    @Test
    void shareABarrierWithThoseWhoCameBeforeItBegan() {
        assertThat(readers.beginsBarrier()).describedAs("nobody waits").isFalse();
        var first = add(1);
        var second = add(2);
        assertThat(readers.beginsBarrier()).isTrue();
        var third = add(3);
        assertThat(readers.beginsBarrier()).describedAs("one at a time").isFalse();
        assertThat(readers.barrierEnded()).containsExactly(first, second);
        assertThat(readers.isIdle()).isFalse();
        assertThat(readers.beginsBarrier()).isTrue();
        assertThat(readers.isIdle()).isFalse();
        assertThat(readers.barrierEnded()).containsExactly(third);
        assertThat(readers.barrierEnded()).describedAs("once").isEmpty();
        assertThat(readers.isIdle()).isTrue();
    }

    @Test
    void goAwayWhenTheyCalledTooLongAgo() {
        var first = add(1);
        var second = add(2);
        assertThat(readers.beginsBarrier()).isTrue();
        var third = add(3);
        assertThat(readers.withdraw(1)).isEmpty();
        assertThat(readers.withdraw(2)).containsExactly(first);
        assertThat(readers.withdraw(4)).containsExactly(second, third);
        assertThat(readers.isIdle()).isTrue();
        assertThat(readers.barrierEnded()).isEmpty();
    }

    private PendingRead<ReadPositionResponse> add(long acceptedMillis) {
        var read = new PendingRead<>(new PositionRead(), 1, false, new CompletableFuture<>(), acceptedMillis);
        readers.add(read);
        return read;
    }
}
