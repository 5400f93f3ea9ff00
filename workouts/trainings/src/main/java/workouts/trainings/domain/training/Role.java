package workouts.trainings.domain.training;

/// The two sides of a training.
public enum Role {
    ATTENDEE,
    TRAINER
}
