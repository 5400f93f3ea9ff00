package workouts.trainings.adapters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.trainings.app.saga.Owed;
import workouts.trainings.app.saga.Progress;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Transition;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// Sagas and their outbox in PostgreSQL. Leases are taken with `for update skip locked`, so that drivers do not
/// wait for each other; an answer is applied under the locks of both rows.
public final class PostgresSagas implements SagaStore {
    private static final int ERROR_LENGTH_MAX = 200;

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    public PostgresSagas(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public boolean begin(Saga saga, Instant now, Instant headStart) {
        return transactions.execute(transaction -> {
            int begun = database.sql("""
                            insert into sagas (id, kind, training, payload, step, outcome, created_at)
                            values (:id, :kind, :training, cast(:payload as jsonb), :step, 'UNDERWAY', :now)
                            on conflict (id) do nothing
                            """)
                    .param("id", saga.id().value())
                    .param("kind", SagaPayload.kind(saga).name())
                    .param("training", saga.training().value())
                    .param("payload", SagaPayload.json(saga))
                    .param("step", saga.stepName())
                    .param("now", Timestamps.column(now))
                    .update();
            if (begun == 1) {
                database.sql("insert into outbox (saga, step, due_at, attempts) values (:saga, :step, :due, 0)")
                        .param("saga", saga.id().value())
                        .param("step", saga.stepName())
                        .param("due", Timestamps.column(headStart))
                        .update();
            }
            return begun == 1;
        });
    }

    @Override
    public Optional<Saga> find(ChangeId id) {
        return database.sql("select * from sagas where id = :id")
                .param("id", id.value())
                .query(PostgresSagas::saga)
                .optional();
    }

    @Override
    public Optional<Standing> standing(ChangeId id) {
        return database.sql("select outcome, slug from sagas where id = :id")
                .param("id", id.value())
                .query((row, number) -> standing(row))
                .optional();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return switch (outcome) {
            case "UNDERWAY" -> new Standing.Underway();
            case "DONE" -> new Standing.Done();
            case "REFUSED" -> new Standing.Refused(refusal(row).orElseThrow());
            default -> throw new IllegalStateException("a saga cannot have the outcome " + outcome);
        };
    }

    private static Optional<Refusal> refusal(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("slug"))
                .map(slug -> Refusal.of(slug).orElse(Refusal.REFUSED));
    }

    private static Saga saga(ResultSet row, int number) throws SQLException {
        var place = new SagaPayload.Place(
                new ChangeId(row.getObject("id", UUID.class)),
                new TrainingId(row.getObject("training", UUID.class)),
                row.getString("step"),
                refusal(row));
        return SagaPayload.read(SagaPayload.Kind.valueOf(row.getString("kind")), row.getString("payload"), place);
    }

    private static Owed owedRow(ResultSet row, int number) throws SQLException {
        return new Owed(saga(row, number), row.getInt("attempts"));
    }

    @Override
    public Optional<Owed> lease(ChangeId id, Instant now, Instant until) {
        return database.sql("""
                        with leased as (
                            update outbox set leased_until = :until, attempts = attempts + 1
                            where saga in (
                                select saga from outbox
                                where saga = :id and (leased_until is null or leased_until <= :now)
                                  and (attempts = 0 or due_at <= :now)
                                for update skip locked)
                            returning saga, attempts)
                        select sagas.*, leased.attempts from leased join sagas on sagas.id = leased.saga
                        """)
                .param("id", id.value())
                .param("now", Timestamps.column(now))
                .param("until", Timestamps.column(until))
                .query(PostgresSagas::owedRow)
                .optional();
    }

    @Override
    public List<Owed> leaseDue(int callsMax, Instant now, Instant until) {
        return database.sql("""
                        with leased as (
                            update outbox set leased_until = :until, attempts = attempts + 1
                            where saga in (
                                select saga from outbox
                                where due_at <= :now and (leased_until is null or leased_until <= :now)
                                order by due_at
                                limit :calls
                                for update skip locked)
                            returning saga, attempts, due_at)
                        select sagas.*, leased.attempts from leased join sagas on sagas.id = leased.saga
                        order by leased.due_at
                        """)
                .param("calls", callsMax)
                .param("now", Timestamps.column(now))
                .param("until", Timestamps.column(until))
                .query(PostgresSagas::owedRow)
                .list();
    }

    @Override
    public void postpone(Owed owed, Instant dueAt, String reason) {
        database.sql("""
                        update outbox set due_at = :due, leased_until = null, last_error = :reason
                        where saga = :saga and step = :step and attempts = :attempt
                        """)
                .param("due", Timestamps.column(dueAt))
                .param("reason", reason.substring(0, Math.min(reason.length(), ERROR_LENGTH_MAX)))
                .param("saga", owed.saga().id().value())
                .param("step", owed.saga().stepName())
                .param("attempt", owed.attempt())
                .update();
    }

    @Override
    public Progress settle(Owed owed, Function<Saga, Transition> next, Instant now, Instant until) {
        return transactions.execute(transaction -> database.sql("""
                        select sagas.* from sagas join outbox on outbox.saga = sagas.id
                        where sagas.id = :id and outbox.step = :step
                        for update
                        """)
                .param("id", owed.saga().id().value())
                .param("step", owed.saga().stepName())
                .query(PostgresSagas::saga)
                .optional()
                .map(saga -> advance(saga, next.apply(saga).then(), now, until))
                .orElseGet(Progress.Overtaken::new));
    }

    private Progress advance(Saga from, Transition.Then then, Instant now, Instant until) {
        return switch (then) {
            case Transition.Then.Continue(Saga to) -> {
                proceed(to, now, until);
                yield new Progress.Next(new Owed(to, 1));
            }
            case Transition.Then.Done() -> {
                end(from, "DONE", Optional.empty(), now);
                yield new Progress.Ended();
            }
            case Transition.Then.Refused(Refusal refusal) -> {
                end(from, "REFUSED", Optional.of(refusal), now);
                yield new Progress.Ended();
            }
            case Transition.Then.Blocked(Refusal refusal) -> new Progress.Blocked(refusal);
        };
    }

    private void proceed(Saga to, Instant now, Instant until) {
        database.sql("update sagas set step = :step, slug = :slug where id = :id")
                .param("step", to.stepName())
                .param("slug", SagaPayload.refusal(to).map(Refusal::slug).orElse(null))
                .param("id", to.id().value())
                .update();
        database.sql("""
                        update outbox set step = :step, due_at = :now, leased_until = :until, attempts = 1,
                            last_error = null
                        where saga = :id
                        """)
                .param("step", to.stepName())
                .param("now", Timestamps.column(now))
                .param("until", Timestamps.column(until))
                .param("id", to.id().value())
                .update();
    }

    private void end(Saga saga, String outcome, Optional<Refusal> refusal, Instant now) {
        database.sql("update sagas set outcome = :outcome, slug = :slug, ended_at = :now where id = :id")
                .param("outcome", outcome)
                .param("slug", refusal.map(Refusal::slug).orElse(null))
                .param("now", Timestamps.column(now))
                .param("id", saga.id().value())
                .update();
        database.sql("delete from outbox where saga = :id")
                .param("id", saga.id().value())
                .update();
    }

    @Override
    public long owed() {
        return database.sql("select count(*) from outbox").query(Long.class).single();
    }
}
