package workouts.chassis.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A pool on the service's schema, migrated before anybody gets it.
@Configuration(proxyBeanMethods = false)
public class Database {
    /// Longer than any statement of ours takes; a statement that waits so long for a lock has lost.
    private static final Duration STATEMENT = Duration.ofSeconds(10);

    private static final int CONNECT_RETRIES_MAX = 3;

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings) {
        return open(settings);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Transactions transactions(JdbcTransactionManager manager) {
        return new Transactions(manager);
    }

    /// Opens a pool after bringing the schema up to date with `db/<schema>` on the class path. Whoever opens it closes
    /// it.
    public static HikariDataSource open(DatabaseSettings settings) {
        Flyway.configure()
                .dataSource(settings.url(), settings.user(), settings.password())
                .schemas(settings.schema())
                .defaultSchema(settings.schema())
                .createSchemas(true)
                .locations("classpath:db/" + settings.schema())
                .failOnMissingLocations(true)
                .connectRetries(CONNECT_RETRIES_MAX)
                .load()
                .migrate();
        var config = new HikariConfig();
        config.setPoolName(settings.schema());
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setSchema(settings.schema());
        config.setMaximumPoolSize(settings.connectionsMax());
        config.setConnectionTimeout(settings.patience().toMillis());
        config.setValidationTimeout(settings.patience().toMillis() / 2);
        config.addDataSourceProperty("ApplicationName", "workouts-" + settings.schema());
        config.addDataSourceProperty("options", "-c statement_timeout=" + STATEMENT.toMillis());
        // what a failed constraint says in detail is the whole row, names and notes included
        config.addDataSourceProperty("logServerErrorDetail", false);
        // an answer that never comes must not hold a thread for ever: longer than the database's own limit
        config.addDataSourceProperty(
                "socketTimeout", STATEMENT.plus(settings.patience()).toSeconds());
        config.addDataSourceProperty("connectTimeout", settings.patience().toSeconds());
        return new HikariDataSource(config);
    }
}
