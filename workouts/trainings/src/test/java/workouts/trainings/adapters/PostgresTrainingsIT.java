package workouts.trainings.adapters;

import workouts.trainings.testing.PostgresStores;
import workouts.trainings.testing.Stores;
import workouts.trainings.testing.TrainingRepositoryContractTest;

/// Trainings in PostgreSQL keep the contract.
final class PostgresTrainingsIT extends TrainingRepositoryContractTest {
    private static final Stores STORES = PostgresStores.fresh();

    @Override
    protected Stores stores() {
        return STORES;
    }
}
