package workouts.users.app.command;

import java.util.Optional;
import workouts.chassis.handlers.Refusable;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.Refusal;

/// What a command has led to.
///
/// @param refusal why nothing has changed; empty: it is done
public record Outcome(Optional<Refusal> refusal) implements Refusable {
    static Outcome of(CreditOutcome outcome) {
        return switch (outcome) {
            case CreditOutcome.Done() -> new Outcome(Optional.empty());
            case CreditOutcome.Refused(Refusal reason) -> new Outcome(Optional.of(reason));
        };
    }

    @Override
    public Optional<String> refusalSlug() {
        return refusal.map(Refusal::slug);
    }
}
