package workouts.trainer.testing;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.chassis.database.Database;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.trainer.adapters.PostgresHours;
import workouts.trainer.domain.hour.HourRepository;

/// Hours in a migrated database of their own, on the one PostgreSQL of the JVM.
public record HourStore(HikariDataSource pool) implements AutoCloseable {
    private static final String SCHEMA = "trainer";
    private static final int CONNECTIONS = 8;

    public static HourStore open() {
        return on(database());
    }

    public static HourStore on(TestDatabase database) {
        return new HourStore(Database.open(settings(database, CONNECTIONS)));
    }

    /// Migrated already.
    public static TestDatabase database() {
        return Postgres.like(SCHEMA, fresh -> Database.open(settings(fresh, 1)).close());
    }

    private static DatabaseSettings settings(TestDatabase database, int connections) {
        return new DatabaseSettings(database.url(), database.user(), "", SCHEMA, connections, TestDatabase.PATIENCE);
    }

    public HourRepository hours() {
        return new PostgresHours(jdbc(), new TransactionTemplate(new JdbcTransactionManager(pool)));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }
}
