package workouts.trainings.domain.saga;

import java.util.UUID;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// Cancels a training: it is canceled already and the amounts are decided; give the hour back, then the credits.
///
/// ```
/// RELEASE_HOUR ──► RETURN_CREDITS ──► done
///        └── nothing to return ────────▲
/// ```
///
/// There is no way back: both calls are repeated until they are done.
public record Cancel(ChangeId id, TrainingId training, UUID attendee, Reservation hour, CreditReturn credits, Step step)
        implements Saga {
    /// Where it stands.
    public enum Step {
        RELEASE_HOUR,
        RETURN_CREDITS
    }

    /// The cancellation at its first step.
    public static Cancel of(ChangeId id, TrainingId training, UUID attendee, Reservation hour, CreditReturn credits) {
        return new Cancel(id, training, attendee, hour, credits, Step.RELEASE_HOUR);
    }

    @Override
    public String stepName() {
        return step.name();
    }

    @Override
    public Call call() {
        return switch (step) {
            case RELEASE_HOUR -> new Call.ReleaseHour(training, hour);
            case RETURN_CREDITS -> new Call.ReturnCredits(training, attendee, id, credits);
        };
    }

    @Override
    public Transition next(Answer answer) {
        return switch (answer) {
            case Answer.Done() -> afterDone();
            case Answer.Refused(Refusal reason) -> Transition.blocked(reason);
        };
    }

    private Transition afterDone() {
        return switch (step) {
            case RELEASE_HOUR ->
                credits.isNothing()
                        ? Transition.done()
                        : Transition.toward(new Cancel(id, training, attendee, hour, credits, Step.RETURN_CREDITS));
            case RETURN_CREDITS -> Transition.done();
        };
    }
}
