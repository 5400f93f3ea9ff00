package workouts.trainings.testing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.chassis.database.Database;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;
import workouts.trainings.adapters.PostgresSagas;
import workouts.trainings.adapters.PostgresTrainings;

/// Stores on a real PostgreSQL; each has a database of its own, migrated as the service does it.
public final class PostgresStores {
    private PostgresStores() {}

    public static Stores fresh() {
        var database = Postgres.empty();
        var pool = Database.open(
                new DatabaseSettings(database.url(), database.user(), "", "trainings", 8, TestDatabase.PATIENCE));
        var client = JdbcClient.create(pool);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        return new Stores(new PostgresTrainings(client, transactions), new PostgresSagas(client, transactions));
    }
}
