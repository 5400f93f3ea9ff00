package workouts.trainer.adapters;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Standing;
import workouts.trainer.domain.hour.TrainerId;

/// Hours in PostgreSQL. A decision holds the locks of all the rows that it is about, taken in one order: reservation
/// first, then hours by time. So nothing that was read can change before it is written, and nobody waits in a circle.
///
/// What the database takes back because of others is tried again a few times; rules are pure, so that does no harm.
/// Everything else that fails, a commit too, is thrown and has changed nothing.
///
/// Thread-safe.
public final class PostgresHours implements HourRepository {
    private static final int ATTEMPTS_MAX = 3;

    private final JdbcClient database;
    private final TransactionTemplate transactions;

    public PostgresHours(JdbcClient database, TransactionTemplate transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    @Override
    public Hour find(HourId id) {
        return find(id, "");
    }

    private Hour find(HourId id, String lock) {
        return database.sql("select * from hours where trainer = :trainer and starts_at = :start" + lock)
                .param("trainer", id.trainer().value())
                .param("start", HourRow.column(id.start()))
                .query(HourRow::read)
                .optional()
                .filter(hour -> hour.id().equals(id))
                .orElseGet(() -> Hour.untouched(id));
    }

    @Override
    public List<Hour> list(TrainerId trainer, Instant from, Instant until) {
        return database.sql("""
                        select * from hours
                        where trainer = :trainer and starts_at >= :from and starts_at < :until
                          and availability <> 'CLOSED'
                        order by starts_at
                        """)
                .param("trainer", trainer.value())
                .param("from", HourRow.column(from))
                .param("until", HourRow.column(until))
                .query(HourRow::read)
                .list();
    }

    @Override
    public Decision<List<Hour>> update(TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
        return decided(() -> {
            var kept = locked(trainer, starts).stream()
                    .collect(toMap(hour -> hour.id().start(), Function.identity()));
            var decision = Decision.all(new TreeSet<>(starts)
                    .stream()
                            .map(start -> kept.getOrDefault(start, Hour.untouched(new HourId(trainer, start))))
                            .map(rule)
                            .toList());
            if (decision instanceof Decision.Accepted<List<Hour>>(List<Hour> hours)) {
                hours.stream()
                        .filter(hour -> !hour.equals(kept.get(hour.id().start())))
                        .forEach(this::save);
            }
            return decision;
        });
    }

    /// A row that is not there cannot be locked, so it is made: closed, which changes nothing.
    private List<Hour> locked(TrainerId trainer, Set<Instant> starts) {
        var times = starts.stream().map(Instant::toString).toArray(String[]::new);
        database.sql("""
                        insert into hours (trainer, starts_at, availability)
                        select :trainer, starts_at, 'CLOSED'
                        from unnest(cast(:times as timestamptz[])) as starts_at
                        order by starts_at
                        on conflict do nothing
                        """)
                .param("trainer", trainer.value())
                .param("times", times)
                .update();
        return database.sql("""
                        select * from hours
                        where trainer = :trainer and starts_at = any (cast(:times as timestamptz[]))
                        order by starts_at
                        for update
                        """)
                .param("trainer", trainer.value())
                .param("times", times)
                .query(HourRow::read)
                .list();
    }

    @Override
    public Decision<Claim> update(HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
        return decided(() -> {
            var standing = standing(id, reservation);
            var hour = find(id, " for update");
            var decision = rule.apply(new Claim(hour, reservation, standing));
            if (decision instanceof Decision.Accepted<Claim>(Claim after)) {
                if (!after.hour().equals(hour)) {
                    save(after.hour());
                }
                if (after.standing() == Standing.ENDED && standing != Standing.ENDED) {
                    end(reservation);
                }
            }
            return decision;
        });
    }

    /// Locks the reservation's row. One that is new gets a row, which goes again if the rule refuses.
    private Standing standing(HourId id, Reservation reservation) {
        int made = database.sql("""
                        insert into reservations (id, booking, trainer, starts_at, ended)
                        values (:id, :booking, :trainer, :start, false)
                        on conflict do nothing
                        """)
                .param("id", reservation.id())
                .param("booking", reservation.booking())
                .param("trainer", id.trainer().value())
                .param("start", HourRow.column(id.start()))
                .update();
        return made == 1
                ? Standing.NEW
                : database.sql("select * from reservations where id = :id for update")
                        .param("id", reservation.id())
                        .query((row, _) -> ReservationRow.standing(row, id, reservation))
                        .single();
    }

    private void end(Reservation reservation) {
        database.sql("update reservations set ended = true where id = :id")
                .param("id", reservation.id())
                .update();
    }

    private void save(Hour hour) {
        database.sql("""
                        update hours set availability = :availability, reservation = :reservation, booking = :booking
                        where trainer = :trainer and starts_at = :starts_at
                        """).params(HourRow.columns(hour)).update();
    }

    /// Decides in a transaction, which a refusal takes back.
    private <T> Decision<T> decided(Supplier<Decision<T>> decider) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transactions.execute(transaction -> {
                    var decision = decider.get();
                    if (decision instanceof Decision.Refused<T>) {
                        transaction.setRollbackOnly();
                    }
                    return decision;
                });
            } catch (ConcurrencyFailureException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
            }
        }
    }
}
