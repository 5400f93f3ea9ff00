package workouts.trainer.app.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import workouts.chassis.handlers.Refusable;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Refusal;

/// What a command has led to.
public sealed interface Outcome extends Refusable {
    /// It is done, now or by the same command before.
    record Done() implements Outcome {
        @Override
        public Optional<String> refusalSlug() {
            return Optional.empty();
        }
    }

    /// It is not done because of these hours, and nothing has changed.
    record Refused(Refusal refusal, List<Instant> hours) implements Outcome {
        public Refused {
            hours = List.copyOf(hours);
        }

        @Override
        public Optional<String> refusalSlug() {
            return Optional.of(refusal.slug());
        }
    }

    static Outcome of(Decision<?> decision) {
        return switch (decision) {
            case Decision.Accepted<?> _ -> new Done();
            case Decision.Refused<?>(Refusal refusal, List<Instant> hours) -> new Refused(refusal, hours);
        };
    }
}
