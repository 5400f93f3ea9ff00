package workouts.trainings.domain.saga;

import java.util.Optional;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// Books a training: hold a credit, hold the hour, let the training exist, spend the credit.
///
/// ```
/// HOLD_CREDIT ──► RESERVE_HOUR ──► [created] CAPTURE_CREDIT ──► done
///   │ refused       │ refused
///   ▼               ▼
/// refused         END_RESERVATION ──► RELEASE_CREDIT ──► refused
/// ```
///
/// A refused reservation is ended all the same: an earlier copy of the call, delayed on its way, must find a
/// closed door and not an hour that has become free meanwhile.
public record Book(Training draft, Step step, Optional<Refusal> refusal) implements Saga {
    /// Where it stands.
    public enum Step {
        HOLD_CREDIT,
        RESERVE_HOUR,
        CAPTURE_CREDIT,
        END_RESERVATION,
        RELEASE_CREDIT
    }

    public Book {
        if (draft.change().isEmpty()) {
            throw new IllegalArgumentException("a draft names the booking that it belongs to");
        }
        if (refusal.isPresent() != (step == Step.END_RESERVATION || step == Step.RELEASE_CREDIT)) {
            throw new IllegalArgumentException("a refusal is carried on the way back and nowhere else");
        }
    }

    /// The booking of this training, at its first step.
    public static Book of(Training draft) {
        return new Book(draft, Step.HOLD_CREDIT, Optional.empty());
    }

    @Override
    public ChangeId id() {
        return draft.change().orElseThrow();
    }

    @Override
    public TrainingId training() {
        return draft.id();
    }

    @Override
    public String stepName() {
        return step.name();
    }

    @Override
    public Call call() {
        return switch (step) {
            case HOLD_CREDIT -> new Call.HoldCredit(draft.id(), draft.attendee().id());
            case RESERVE_HOUR -> new Call.ReserveHour(draft.id(), draft.hour());
            case CAPTURE_CREDIT -> new Call.CaptureCredit(draft.id());
            case END_RESERVATION -> new Call.ReleaseHour(draft.id(), draft.hour());
            case RELEASE_CREDIT -> new Call.ReleaseCredit(draft.id());
        };
    }

    @Override
    public Transition next(Answer answer) {
        return switch (answer) {
            case Answer.Done() -> afterDone();
            case Answer.Refused(Refusal reason) -> afterRefusal(reason);
        };
    }

    private Transition afterDone() {
        return switch (step) {
            case HOLD_CREDIT -> Transition.toward(at(Step.RESERVE_HOUR));
            case RESERVE_HOUR -> Transition.toward(new Effect.Created(draft), at(Step.CAPTURE_CREDIT));
            case CAPTURE_CREDIT -> Transition.done();
            case END_RESERVATION -> Transition.toward(new Book(draft, Step.RELEASE_CREDIT, refusal));
            case RELEASE_CREDIT ->
                new Transition(new Effect.None(), new Transition.Then.Refused(refusal.orElseThrow()));
        };
    }

    private Transition afterRefusal(Refusal reason) {
        return switch (step) {
            case HOLD_CREDIT -> new Transition(new Effect.None(), new Transition.Then.Refused(reason));
            case RESERVE_HOUR -> Transition.toward(new Book(draft, Step.END_RESERVATION, Optional.of(reason)));
            case CAPTURE_CREDIT, END_RESERVATION, RELEASE_CREDIT -> Transition.blocked(reason);
        };
    }

    private Book at(Step next) {
        return new Book(draft, next, refusal);
    }
}
