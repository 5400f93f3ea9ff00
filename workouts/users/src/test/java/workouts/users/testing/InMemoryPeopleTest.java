package workouts.users.testing;

import workouts.users.domain.person.PersonRepository;

/// People in memory keep the contract.
final class InMemoryPeopleTest extends PersonRepositoryContractTest {
    private final PersonRepository people = new InMemoryPeople();

    @Override
    protected PersonRepository people() {
        return people;
    }
}
