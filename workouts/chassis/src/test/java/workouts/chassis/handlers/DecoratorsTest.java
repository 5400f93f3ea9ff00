package workouts.chassis.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;

/// What is counted of a handler's calls.
final class DecoratorsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Decorators decorators = new Decorators(observations());

    record BookTraining(String notes) {}

    record CountTrainings() {}

    record Refused(Optional<String> refusalSlug) implements Refusable {}

    private ObservationRegistry observations() {
        var registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
        return registry;
    }

    @Test
    void aCommandThatIsDoneIsCountedSo() {
        assertThat(decorators.<BookTraining, Done>command(_ -> Done.DONE).handle(new BookTraining("knees")))
                .isEqualTo(Done.DONE);
        assertThat(counted("workouts.command", "BookTraining", "done", "none")).isEqualTo(1);
    }

    @Test
    void aQueryIsCountedSo() {
        assertThat(decorators.<CountTrainings, Integer>query(_ -> 7).handle(new CountTrainings()))
                .isEqualTo(7);
        assertThat(counted("workouts.query", "CountTrainings", "done", "none")).isEqualTo(1);
    }

    @Test
    void aRefusalIsCountedByItsSlugWhetherItIsReturnedOrThrown() {
        decorators
                .<BookTraining, Refused>command(_ -> new Refused(Optional.of("note-too-long")))
                .handle(new BookTraining("knees"));
        decorators
                .<BookTraining, Refused>command(_ -> new Refused(Optional.empty()))
                .handle(new BookTraining("knees"));
        var throwing = decorators.<BookTraining, Done>command(_ -> {
            throw new Problem(Kind.CONFLICT, "hour-not-available", "gone");
        });
        assertThatThrownBy(() -> throwing.handle(new BookTraining("knees"))).isInstanceOf(Problem.class);
        assertThat(counted("workouts.command", "BookTraining", "refused", "note-too-long"))
                .isEqualTo(1);
        assertThat(counted("workouts.command", "BookTraining", "refused", "hour-not-available"))
                .isEqualTo(1);
        assertThat(counted("workouts.command", "BookTraining", "done", "none")).isEqualTo(1);
    }

    @Test
    void aFailureIsCountedAndPassedOn() {
        var unavailable = decorators.<BookTraining, Done>command(_ -> {
            throw Problem.unavailable();
        });
        var broken = decorators.<BookTraining, Done>command(_ -> {
            throw new IllegalStateException("bug");
        });
        assertThatThrownBy(() -> unavailable.handle(new BookTraining("knees"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> broken.handle(new BookTraining("knees"))).hasMessage("bug");
        assertThat(counted("workouts.command", "BookTraining", "failed", "none"))
                .isEqualTo(2);
    }

    private long counted(String meter, String handler, String outcome, String slug) {
        return meters.find(meter).tags("handler", handler, "outcome", outcome, "slug", slug).timers().stream()
                .mapToLong(io.micrometer.core.instrument.Timer::count)
                .sum();
    }
}
