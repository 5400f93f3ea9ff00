package workouts.trainings.domain.saga;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Training;
import workouts.trainings.testing.Sample;

/// Sagas to start from, and what tables say about transitions.
final class Sagas {
    private static final Instant TIME = Instant.parse("2027-03-10T12:00:00Z");

    private Sagas() {}

    static Training draft() {
        return Sample.at(TIME).changing(id()).training();
    }

    static Cancel cancel(CreditReturn credits) {
        var training = Sample.at(TIME).training();
        return Cancel.of(id(), training.id(), training.attendee().id(), training.hour(), credits);
    }

    static Move move() {
        var training = Sample.at(TIME).training();
        var target = new Reservation(UUID.randomUUID(), training.trainer(), TIME.plus(Duration.ofDays(1)));
        return Move.of(id(), training.id(), training.hour(), target, Optional.empty());
    }

    static Saga.Answer answer(String word) {
        return word.equals("done") ? new Saga.Answer.Done() : new Saga.Answer.Refused(Refusal.valueOf(word));
    }

    static Saga then(Transition transition) {
        return ((Transition.Then.Continue) transition.then()).saga();
    }

    static String told(Transition transition) {
        return transition.effect().getClass().getSimpleName() + " "
                + switch (transition.then()) {
                    case Transition.Then.Continue(Saga saga) -> saga.stepName();
                    case Transition.Then.Done() -> "done";
                    case Transition.Then.Refused(Refusal refusal) -> "refused " + refusal;
                    case Transition.Then.Blocked(Refusal refusal) -> "blocked " + refusal;
                };
    }

    private static ChangeId id() {
        return new ChangeId(UUID.randomUUID());
    }
}
