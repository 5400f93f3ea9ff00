package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Says how a call failed.
final class Failures {
    private Failures() {}

    static void assertFailed(CompletableFuture<?> answer, ServiceFailure.Kind kind, String messagePart) {
        assertThat(answer)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind))
                .withMessageContaining(messagePart);
    }
}
