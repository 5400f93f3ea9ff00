package workouts.trainings.adapters;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// Trainings in PostgreSQL. A decision holds the row's lock; who may not see a row does not get as far as its lock.
public final class PostgresTrainings implements TrainingRepository {
    private final JdbcClient database;
    private final TransactionTemplate transactions;

    public PostgresTrainings(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public Optional<Training> find(TrainingId id, Participant who) {
        return one(id, who, "");
    }

    private Optional<Training> one(TrainingId id, Participant who, String lock) {
        return database.sql("select * from trainings where id = :id and " + visible(who) + lock)
                .param("id", id.value())
                .param("who", who.id())
                .query(TrainingRow::read)
                .optional();
    }

    @Override
    public Listing.Page list(Participant who, Listing listing) {
        var sql = new StringBuilder("select * from trainings where ").append(visible(who));
        var values = new HashMap<String, @Nullable Object>();
        values.put("who", who.id());
        listing.from().ifPresent(from -> {
            sql.append(" and starts_at >= :from");
            values.put("from", Timestamps.column(from));
        });
        listing.to().ifPresent(to -> {
            sql.append(" and starts_at < :to");
            values.put("to", Timestamps.column(to));
        });
        listing.after().ifPresent(position -> {
            sql.append(" and (starts_at, id) > (:time, :id)");
            values.put("time", Timestamps.column(position.time()));
            values.put("id", position.id().value());
        });
        sql.append(
                switch (listing.which()) {
                    case SCHEDULED -> " and not canceled";
                    case CANCELED -> " and canceled";
                    case ALL -> "";
                });
        return page(sql.append(" order by starts_at, id limit :rows").toString(), values, listing.limit());
    }

    /// One row more than the page holds tells whether there is another page.
    private Listing.Page page(String sql, Map<String, @Nullable Object> values, int limit) {
        var rows = database.sql(sql)
                .params(values)
                .param("rows", limit + 1)
                .query(TrainingRow::read)
                .list();
        return new Listing.Page(rows.subList(0, Math.min(rows.size(), limit)), rows.size() > limit);
    }

    @Override
    public Decision<Training> update(TrainingId id, Participant who, Function<Training, Decision<Training>> rule) {
        return transactions.execute(transaction -> {
            var decision =
                    one(id, who, " for update").map(rule).orElseGet(() -> Decision.refused(Refusal.TRAINING_NOT_FOUND));
            switch (decision) {
                case Decision.Accepted<Training>(Training after) -> save(after);
                case Decision.Refused<Training> refused -> transaction.setRollbackOnly();
            }
            return decision;
        });
    }

    @Override
    public void add(Training training) {
        database.sql("""
                        insert into trainings (id, attendee, attendee_name, trainer, starts_at, reservation, notes,
                            canceled, proposed_time, proposed_by, change)
                        values (:id, :attendee, :attendee_name, :trainer, :starts_at, :reservation, :notes,
                            :canceled, :proposed_time, :proposed_by, :change)
                        """).params(TrainingRow.columns(training)).update();
    }

    @Override
    public void alter(TrainingId id, UnaryOperator<Training> alteration) {
        transactions.executeWithoutResult(transaction -> {
            var training = database.sql("select * from trainings where id = :id for update")
                    .param("id", id.value())
                    .query(TrainingRow::read)
                    .optional()
                    .orElseThrow(() -> new IllegalStateException("there is no training " + id));
            save(alteration.apply(training));
        });
    }

    private void save(Training training) {
        database.sql("""
                        update trainings set starts_at = :starts_at, reservation = :reservation, notes = :notes,
                            canceled = :canceled, proposed_time = :proposed_time, proposed_by = :proposed_by,
                            change = :change
                        where id = :id
                        """).params(TrainingRow.columns(training)).update();
    }

    /// Which rows this participant sees; the parameter is `:who`.
    private static String visible(Participant who) {
        return switch (who.role()) {
            case ATTENDEE -> "attendee = :who";
            case TRAINER -> "trainer = :who";
        };
    }
}
