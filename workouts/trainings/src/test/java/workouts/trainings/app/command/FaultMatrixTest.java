package workouts.trainings.app.command;

import workouts.trainings.testing.FaultMatrix;
import workouts.trainings.testing.Stores;

/// The fault matrix on stores in memory.
final class FaultMatrixTest extends FaultMatrix {
    @Override
    protected Stores stores() {
        return Stores.inMemory();
    }
}
