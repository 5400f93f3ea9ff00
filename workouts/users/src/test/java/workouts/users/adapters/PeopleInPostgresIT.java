package workouts.users.adapters;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import workouts.chassis.database.Database;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.PersonRepository;
import workouts.users.domain.person.Role;
import workouts.users.testing.PersonRepositoryContractTest;

/// People in PostgreSQL keep the contract.
final class PeopleInPostgresIT extends PersonRepositoryContractTest {
    private static HikariDataSource pool;

    @BeforeAll
    static void open() {
        var database = Postgres.empty();
        pool = Database.open(
                new DatabaseSettings(database.url(), database.user(), "", "users", 4, TestDatabase.PATIENCE));
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @Override
    protected PersonRepository people() {
        return new PeopleInPostgres(JdbcClient.create(pool));
    }

    @Test
    void aVisitThatTellsNothingNewWritesNothing() {
        var person = new Person(new PersonId(UUID.randomUUID()), "Ada", Role.ATTENDEE);
        people().remember(person);
        var written = version(person);
        people().remember(person);
        assertThat(version(person)).isEqualTo(written);
        people().remember(new Person(person.id(), "Ada", Role.TRAINER));
        assertThat(version(person)).isNotEqualTo(written);
    }

    /// The transaction that has written the row.
    private static String version(Person person) {
        return JdbcClient.create(pool)
                .sql("select xmin::text from people where id = :id")
                .param("id", person.id().value())
                .query(String.class)
                .single();
    }
}
