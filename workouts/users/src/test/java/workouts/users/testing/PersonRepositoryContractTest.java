package workouts.users.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.PersonRepository;
import workouts.users.domain.person.Role;

/// What every [PersonRepository] does, numbered. Each test uses people of its own only.
public abstract class PersonRepositoryContractTest {
    protected abstract PersonRepository people();

    @Test
    void r01WhoWasNeverHereIsNotFound() {
        assertThat(people().find(somebody("Ada").id())).isEmpty();
    }

    @Test
    void r02WhoWasHereIsFoundAsTheyWere() {
        for (var person : new Person[] {
            somebody("Ada"),
            somebody("Zoë O'Neill; drop table people --"),
            somebody("🐗".repeat(Person.NAME_CHARACTERS_MAX)),
            Person.of(id(), "x\0y\t\ud83d", Role.TRAINER)
        }) {
            people().remember(person);
            assertThat(people().find(person.id())).contains(person);
        }
    }

    @Test
    void r03TheLastVisitCounts() {
        var before = somebody("Ada");
        var after = new Person(before.id(), "Ada King", Role.TRAINER);
        people().remember(before);
        people().remember(after);
        people().remember(after);
        assertThat(people().find(before.id())).contains(after);
    }

    @Test
    void r04VisitsOfOnePersonAtTheSameTimeDoNotStandInEachOthersWay() {
        var id = id();
        var visits = IntStream.range(0, 20)
                .mapToObj(turn -> new Person(id, "Ada " + turn, Role.ATTENDEE))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            visits.forEach(visit -> threads.execute(() -> people().remember(visit)));
        }
        assertThat(people().find(id))
                .hasValueSatisfying(person -> assertThat(visits).contains(person));
    }

    @Test
    void r05PeopleWithOneNameAreNotOnePerson() {
        var one = somebody("Ada");
        var other = somebody("Ada");
        people().remember(one);
        assertThat(people().find(other.id())).isEmpty();
    }

    private static Person somebody(String name) {
        return new Person(id(), name, Role.ATTENDEE);
    }

    private static PersonId id() {
        return new PersonId(UUID.randomUUID());
    }
}
