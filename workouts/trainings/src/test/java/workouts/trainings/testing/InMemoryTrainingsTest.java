package workouts.trainings.testing;

/// Trainings in memory keep the contract.
final class InMemoryTrainingsTest extends TrainingRepositoryContractTest {
    private final Stores stores = Stores.inMemory();

    @Override
    protected Stores stores() {
        return stores;
    }
}
