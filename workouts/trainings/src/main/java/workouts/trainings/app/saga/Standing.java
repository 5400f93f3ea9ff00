package workouts.trainings.app.saga;

import workouts.trainings.domain.training.Refusal;

/// How a saga stands, seen from outside.
public sealed interface Standing {
    /// Something is owed still.
    record Underway() implements Standing {}

    /// All was done.
    record Done() implements Standing {}

    /// It was refused, and nothing is left behind.
    record Refused(Refusal refusal) implements Standing {}
}
