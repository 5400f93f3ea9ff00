package workouts.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Databases of one's own.
final class PostgresIT {
    @Test
    void everyCopyBeginsLikeItsTemplateAndIsAloneAfterwards() throws SQLException {
        var prepared = new AtomicInteger();
        var first = Postgres.like("numbers", database -> {
            prepared.incrementAndGet();
            execute(database, "create table numbers as select 1 as number");
        });
        execute(first, "insert into numbers values (2)");
        var second = Postgres.like("numbers", _ -> prepared.incrementAndGet());
        assertThat(prepared).hasValue(1);
        assertThat(count(first)).isEqualTo(2);
        assertThat(count(second)).isEqualTo(1);
        assertThat(second.arguments()).contains("--workouts.database.url=" + second.url());
    }

    @Test
    void itIsTheVersionThatIsSupported() throws SQLException {
        try (var connection = Postgres.empty().dataSource("public").getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }

    private static void execute(TestDatabase database, String statement) {
        try (var connection = database.dataSource("public").getConnection();
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static int count(TestDatabase database) throws SQLException {
        try (var connection = database.dataSource("public").getConnection();
                var sql = connection.createStatement();
                var rows = sql.executeQuery("select count(*) from numbers")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
