package workouts.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import workouts.chassis.database.Database;
import workouts.chassis.database.DatabaseSettings;
import workouts.chassis.database.Transactions;
import workouts.chassis.testing.Postgres;
import workouts.chassis.testing.TestDatabase;

/// All or nothing, and the truth about which.
final class TransactionsIT {
    private final HikariDataSource pool = open();
    private final JdbcClient jdbc = JdbcClient.create(pool);
    private final Transactions transactions = Transactions.on(pool);

    private static HikariDataSource open() {
        var database = Postgres.like(
                "tiny",
                fresh -> Database.open(
                                new DatabaseSettings(fresh.url(), fresh.user(), "", "tiny", 1, TestDatabase.PATIENCE))
                        .close());
        return Database.open(
                new DatabaseSettings(database.url(), database.user(), "", "tiny", 2, TestDatabase.PATIENCE));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void whatIsDoneIsThereAfterwards() {
        assertThat(transactions.write(() -> insert(1, 1))).isEqualTo(1);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatIsThrownTakesEverythingBack() {
        assertThatThrownBy(() -> transactions.run(() -> {
                    insert(1, 1);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(count()).isZero();
    }

    @Test
    void aCommitThatFailsIsReportedAsAFailure() {
        assertThatThrownBy(() -> transactions.write(() -> insert(1, 2)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(count()).isZero();
    }

    @Test
    void oneInsideAnotherIsRefused() {
        assertThatThrownBy(() -> transactions.run(() -> transactions.run(() -> insert(1, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isZero();
        Transactions.requireNone();
    }

    @Test
    void readingSeesOneMomentAndChangesNothing() {
        transactions.run(() -> insert(1, 1));
        assertThat(transactions.read(this::count)).isEqualTo(1);
        assertThatThrownBy(() -> transactions.read(() -> insert(2, 2))).hasMessageContaining("read-only");
    }

    private int insert(int id, int other) {
        return jdbc.sql("insert into pairs (id, other) values (?, ?)")
                .param(id)
                .param(other)
                .update();
    }

    private int count() {
        return jdbc.sql("select count(*) from pairs").query(Integer.class).single();
    }
}
