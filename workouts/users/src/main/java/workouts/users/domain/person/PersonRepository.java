package workouts.users.domain.person;

import java.util.Optional;

/// Where people are kept.
public interface PersonRepository {
    /// Keeps a person as they are now, in the place of what was kept of them before. The last one to come wins.
    void remember(Person person);

    Optional<Person> find(PersonId id);
}
