package workouts.users.adapters;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import workouts.users.domain.person.Person;
import workouts.users.domain.person.PersonId;
import workouts.users.domain.person.PersonRepository;
import workouts.users.domain.person.Role;

/// People in PostgreSQL, one row each. Thread-safe.
public final class PeopleInPostgres implements PersonRepository {
    private final JdbcClient database;

    public PeopleInPostgres(JdbcClient database) {
        this.database = database;
    }

    /// One statement, and no write when it tells nothing new: most visits do not.
    @Override
    public void remember(Person person) {
        database.sql("""
                        insert into people (id, name, role) values (:id, :name, :role)
                        on conflict (id) do update set name = excluded.name, role = excluded.role, changed_at = now()
                        where (people.name, people.role) is distinct from (excluded.name, excluded.role)
                        """)
                .param("id", person.id().value())
                .param("name", person.name())
                .param("role", person.role().name())
                .update();
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return database.sql("select id, name, role from people where id = :id")
                .param("id", id.value())
                .query((row, _) -> new Person(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        Role.valueOf(row.getString("role"))))
                .optional();
    }
}
