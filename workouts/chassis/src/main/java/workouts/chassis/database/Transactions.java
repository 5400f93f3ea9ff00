package workouts.chassis.database;

import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in one transaction: all of it happens or nothing. What is thrown takes the work back, whatever it is,
/// and a commit that fails throws.
///
/// Work never calls another service, because it may be taken back and the call may not: [#requireNone] is asked before
/// every call. One transaction inside another is refused.
///
/// Thread-safe.
public final class Transactions {
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    public Transactions(JdbcTransactionManager manager) {
        this.writing = template(manager, TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.reading = template(manager, TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
    }

    /// Transactions on a pool of one's own, for tests of adapters.
    public static Transactions on(DataSource dataSource) {
        return new Transactions(new JdbcTransactionManager(dataSource));
    }

    /// Work that changes something. Rows that a decision depends on have to be locked by the work.
    ///
    /// @return what the work gives, after the commit
    public <T> T write(Supplier<T> work) {
        return inside(writing, work);
    }

    /// As [#write], with nothing to give.
    public void run(Runnable work) {
        write(() -> {
            work.run();
            return this;
        });
    }

    /// Several questions that see the same moment.
    public <T> T read(Supplier<T> work) {
        return inside(reading, work);
    }

    /// Refuses to go on inside a transaction.
    public static void requireNone() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("called inside a transaction of the database");
        }
    }

    private static TransactionTemplate template(JdbcTransactionManager manager, int isolation) {
        var template = new TransactionTemplate(manager);
        template.setIsolationLevel(isolation);
        return template;
    }

    private static <T> T inside(TransactionTemplate template, Supplier<T> work) {
        requireNone();
        // the template gives back exactly what the work gave, so this is never absent
        return Objects.requireNonNull(template.execute(_ -> work.get()));
    }
}
