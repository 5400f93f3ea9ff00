package workouts.users.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatienceTest {
    private static final Duration MOST = Duration.ofSeconds(2);

    @ParameterizedTest(name = "{0} ms left: {1} ms")
    @CsvSource({"10000, 2000", "4000, 2000", "3000, 1500", "2, 1", "0, 1", "-7, 1"})
    void theLedgerHasHalfOfTheTimeThatIsLeft(long left, long patience) {
        assertThat(new Patience(MOST).within(Duration.ofMillis(left))).hasMillis(patience);
    }

    @Test
    void whoServesNobodyHasAllTheTime() {
        assertThat(new Patience(MOST).now()).isEqualTo(MOST);
    }

    @Test
    void theDeadlineOfTheCallThatIsServedCounts() throws Exception {
        try (var timer = Executors.newSingleThreadScheduledExecutor();
                var call = Context.current().withDeadlineAfter(1, TimeUnit.SECONDS, timer)) {
            assertThat(call.call(new Patience(MOST)::now)).isBetween(Duration.ofMillis(1), Duration.ofMillis(500));
        }
    }
}
