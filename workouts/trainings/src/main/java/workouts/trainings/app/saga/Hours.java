package workouts.trainings.app.saga;

import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// The trainer's hours. Both calls may be repeated and throw [OutcomeUnknown] when there is no answer.
public interface Hours {
    /// Holds the hour for this booking under the reservation's id.
    Answer reserve(TrainingId booking, Reservation hour);

    /// Ends the reservation, whether it is held or not; afterwards it can never be made again.
    Answer release(TrainingId booking, Reservation hour);
}
