package workouts.trainings.testing;

import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.domain.training.TrainingRepository;

/// The two stores of this service, on one database.
public record Stores(TrainingRepository trainings, SagaStore sagas) {
    public static Stores inMemory() {
        var database = new InMemoryDatabase();
        return new Stores(new InMemoryTrainings(database), new InMemorySagas(database));
    }
}
