package workouts.trainings.adapters;

import workouts.trainings.testing.PostgresStores;
import workouts.trainings.testing.SagaStoreContractTest;
import workouts.trainings.testing.Stores;

/// Sagas in PostgreSQL keep the contract.
final class PostgresSagasIT extends SagaStoreContractTest {
    private static final Stores STORES = PostgresStores.fresh();

    @Override
    protected Stores stores() {
        return STORES;
    }
}
