package workouts.trainings.testing;

/// Sagas in memory keep the contract.
final class InMemorySagasTest extends SagaStoreContractTest {
    private final Stores stores = Stores.inMemory();

    @Override
    protected Stores stores() {
        return stores;
    }
}
