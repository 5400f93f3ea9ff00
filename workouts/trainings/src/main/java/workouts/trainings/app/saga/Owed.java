package workouts.trainings.app.saga;

import workouts.trainings.domain.saga.Saga;

/// A call that is owed and leased to whoever holds this: the saga at its step, and how often that call was begun with.
/// The attempt tells a lease from a later one of the same call.
public record Owed(Saga saga, int attempt) {}
