package workouts.trainings.domain.saga;

import java.util.Optional;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.Training;

/// What an answer does to the training, in the same transaction that records the answer.
public sealed interface Effect {
    /// The training is as it was.
    record None() implements Effect {}

    /// The training exists from now on.
    record Created(Training training) implements Effect {}

    /// The training is at this hour from now on.
    record Moved(Reservation hour, Optional<Notes> notes) implements Effect {}

    /// Nothing is under way any more; another change may begin.
    record Settled() implements Effect {}
}
