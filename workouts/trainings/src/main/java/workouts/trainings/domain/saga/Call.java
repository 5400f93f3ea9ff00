package workouts.trainings.domain.saga;

import java.util.UUID;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// One request to a neighbour, whole: equal calls have the effect of one.
public sealed interface Call {
    /// Users: set one credit of the attendee aside for this booking.
    record HoldCredit(TrainingId booking, UUID attendee) implements Call {}

    /// Users: the credit set aside is spent.
    record CaptureCredit(TrainingId booking) implements Call {}

    /// Users: the credit set aside is free again.
    record ReleaseCredit(TrainingId booking) implements Call {}

    /// Users: give back what a cancellation gives back.
    record ReturnCredits(TrainingId booking, UUID attendee, ChangeId request, CreditReturn credits) implements Call {}

    /// Trainer: hold this hour for this booking.
    record ReserveHour(TrainingId booking, Reservation hour) implements Call {}

    /// Trainer: this reservation is over, held or not, and can never be made again.
    record ReleaseHour(TrainingId booking, Reservation hour) implements Call {}
}
