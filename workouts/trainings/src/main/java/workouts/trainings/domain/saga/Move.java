package workouts.trainings.domain.saga;

import java.util.Optional;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// Moves a training, directly or because a proposal was approved: hold the new hour, be there, give the old one back.
///
/// ```
/// RESERVE_NEW ──► [moved] RELEASE_OLD ──► done
///   │ refused
///   ▼
/// END_RESERVATION ──► refused
/// ```
///
/// The training stays at its old hour until the new one is held. Why a refused reservation is ended: see [Book].
public record Move(
        ChangeId id,
        TrainingId training,
        Reservation from,
        Reservation to,
        Optional<Notes> notes,
        Step step,
        Optional<Refusal> refusal)
        implements Saga {
    /// Where it stands.
    public enum Step {
        RESERVE_NEW,
        RELEASE_OLD,
        END_RESERVATION
    }

    public Move {
        if (refusal.isPresent() != (step == Step.END_RESERVATION)) {
            throw new IllegalArgumentException("a refusal is carried on the way back and nowhere else");
        }
    }

    /// The move at its first step.
    public static Move of(ChangeId id, TrainingId training, Reservation from, Reservation to, Optional<Notes> notes) {
        return new Move(id, training, from, to, notes, Step.RESERVE_NEW, Optional.empty());
    }

    @Override
    public String stepName() {
        return step.name();
    }

    @Override
    public Call call() {
        return switch (step) {
            case RESERVE_NEW -> new Call.ReserveHour(training, to);
            case RELEASE_OLD -> new Call.ReleaseHour(training, from);
            case END_RESERVATION -> new Call.ReleaseHour(training, to);
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
            case RESERVE_NEW -> Transition.toward(new Effect.Moved(to, notes), at(Step.RELEASE_OLD, Optional.empty()));
            case RELEASE_OLD -> Transition.done();
            case END_RESERVATION ->
                new Transition(new Effect.Settled(), new Transition.Then.Refused(refusal.orElseThrow()));
        };
    }

    private Transition afterRefusal(Refusal reason) {
        return switch (step) {
            case RESERVE_NEW -> Transition.toward(at(Step.END_RESERVATION, Optional.of(reason)));
            case RELEASE_OLD, END_RESERVATION -> Transition.blocked(reason);
        };
    }

    private Move at(Step next, Optional<Refusal> why) {
        return new Move(id, training, from, to, notes, next, why);
    }
}
