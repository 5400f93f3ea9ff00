package workouts.trainings.app.saga;

import java.util.UUID;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.TrainingId;

/// The attendees' credits. Every call may be repeated and throws [OutcomeUnknown] when there is no answer.
public interface Credits {
    /// Sets one credit aside for this booking.
    Answer hold(TrainingId booking, UUID attendee);

    /// Spends what is set aside for this booking.
    Answer capture(TrainingId booking);

    /// Frees what is set aside for this booking.
    Answer release(TrainingId booking);

    /// Gives back what a cancellation gives back, once for each `request`.
    Answer giveBack(TrainingId booking, UUID attendee, ChangeId request, CreditReturn credits);
}
