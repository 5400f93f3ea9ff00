package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.ServiceFailure;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals(5, 2);

    @Test
    void tellsAtOnceWhatIsKnown() {
        assertThat(arrivals.reached(5, 10_000)).isCompletedWithValue(true);
        assertThat(arrivals.reached(6, 0)).isCompletedWithValue(false);
    }

    @Test
    void tellsWhenThePositionIsThere() {
        var sixth = arrivals.reached(6, 60_000);
        var seventh = arrivals.reached(7, 60_000);
        arrivals.arrived(6);
        assertThat(sixth).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(true);
        assertThat(seventh).isNotDone();
        arrivals.arrived(8);
        assertThat(seventh).succeedsWithin(10, TimeUnit.SECONDS).isEqualTo(true);
    }

    @Test
    void refusesOneMoreThanMayWaitUntilOneHasGivenUp() {
        var first = arrivals.reached(9, 60_000);
        var second = arrivals.reached(9, 20);
        assertThat(second.join()).isFalse();
        assertThat(arrivals.reached(9, 60_000)).isNotDone();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> arrivals.reached(9, 60_000).join())
                .withCauseInstanceOf(ServiceFailure.class)
                .withMessageContaining("too many wait");
        assertThat(first).isNotDone();
    }

    @Test
    void tellsEverybodyOfAFailureOnceAndForAll() {
        var waiting = arrivals.reached(9, 60_000);
        var failure = new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "gone");
        arrivals.fail(failure);
        assertThat(waiting).isCompletedExceptionally();
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> arrivals.reached(1, 0).join())
                .withCause(failure);
    }
}
