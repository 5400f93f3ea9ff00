package workouts.users.testing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.PersonRepository;

/// People in memory. Thread-safe.
public final class InMemoryPeople implements PersonRepository {
    private final Map<PersonId, Person> people = new ConcurrentHashMap<>();

    @Override
    public void remember(Person person) {
        people.put(person.id(), person);
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }
}
