package workouts.trainings.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.trainings.adapters.PostgresSagas;
import workouts.trainings.adapters.PostgresTrainings;

/// Stores on a real PostgreSQL, which a JVM starts once; each user has a schema of its own.
public final class PostgresStores {
    private static final class Server {
        static final EmbeddedPostgres ONLY = started();

        static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private PostgresStores() {}

    public static Stores named(String schema) {
        var config = new HikariConfig();
        config.setJdbcUrl(Server.ONLY.getJdbcUrl("postgres", "postgres"));
        config.setSchema(schema);
        config.setMaximumPoolSize(8);
        var pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .schemas(schema)
                .locations("classpath:db/trainings")
                .load()
                .migrate();
        var database = JdbcClient.create(pool);
        var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        return new Stores(new PostgresTrainings(database, transactions), new PostgresSagas(database, transactions));
    }
}
