package workouts.trainings.adapters;

import workouts.trainings.testing.FaultMatrix;
import workouts.trainings.testing.PostgresStores;
import workouts.trainings.testing.Stores;

/// The fault matrix on PostgreSQL.
final class PostgresFaultMatrixIT extends FaultMatrix {
    private static final Stores STORES = PostgresStores.fresh();

    @Override
    protected Stores stores() {
        return STORES;
    }
}
