package workouts.trainings.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import workouts.trainings.app.saga.Owed;
import workouts.trainings.app.saga.Progress;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Transition;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.testing.InMemoryDatabase.CallRow;
import workouts.trainings.testing.InMemoryDatabase.SagaRow;

/// Sagas and their outbox in memory.
public final class InMemorySagas implements SagaStore {
    private final InMemoryDatabase database;

    public InMemorySagas(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public boolean begin(Saga saga, Instant now, Instant headStart) {
        return database.transaction(() -> {
            if (database.sagas().containsKey(saga.id())) {
                return false;
            }
            if (database.sagas().values().stream()
                    .anyMatch(it -> it.owed() != null && it.saga().training().equals(saga.training()))) {
                throw new IllegalStateException("a change of " + saga.training() + " has not ended");
            }
            put(saga, new Standing.Underway(), new CallRow(headStart, null, 0, ""));
            return true;
        });
    }

    @Override
    public Optional<Saga> find(ChangeId id) {
        return row(id).map(SagaRow::saga);
    }

    @Override
    public Optional<Standing> standing(ChangeId id) {
        return row(id).map(SagaRow::standing);
    }

    private Optional<SagaRow> row(ChangeId id) {
        return database.transaction(() -> Optional.ofNullable(database.sagas().get(id)));
    }

    @Override
    public Optional<Owed> lease(ChangeId id, Instant now, Instant until) {
        return database.transaction(() -> row(id).filter(it -> it.owed() != null && isFree(it.owed(), now))
                .filter(it -> call(it).attempts() == 0 || !call(it).dueAt().isAfter(now))
                .map(it -> leased(it, until)));
    }

    @Override
    public List<Owed> leaseDue(int callsMax, Instant now, Instant until) {
        return database.transaction(() -> database.sagas().values().stream()
                .filter(it -> it.owed() != null
                        && isFree(it.owed(), now)
                        && !it.owed().dueAt().isAfter(now))
                .sorted(Comparator.comparing((SagaRow it) -> call(it).dueAt()))
                .limit(callsMax)
                .toList()
                .stream()
                .map(it -> leased(it, until))
                .toList());
    }

    private static boolean isFree(CallRow call, Instant now) {
        return call.leasedUntil() == null || !call.leasedUntil().isAfter(now);
    }

    private Owed leased(SagaRow row, Instant until) {
        var call = call(row);
        put(row.saga(), row.standing(), new CallRow(call.dueAt(), until, call.attempts() + 1, call.lastError()));
        return new Owed(row.saga(), call.attempts() + 1);
    }

    @Override
    public void postpone(Owed owed, Instant dueAt, String reason) {
        database.transaction(() -> row(owed.saga().id())
                .filter(it -> it.saga().equals(owed.saga()) && it.owed() != null)
                .filter(it -> call(it).attempts() == owed.attempt())
                .map(it -> put(it.saga(), it.standing(), new CallRow(dueAt, null, owed.attempt(), reason))));
    }

    @Override
    public Progress settle(Owed owed, Function<Saga, Transition> next, Instant now, Instant until) {
        return database.transaction(() -> {
            var row = database.sagas().get(owed.saga().id());
            if (row == null
                    || row.owed() == null
                    || !row.saga().stepName().equals(owed.saga().stepName())) {
                return new Progress.Overtaken();
            }
            return switch (next.apply(row.saga()).then()) {
                case Transition.Then.Continue(Saga saga) -> {
                    put(saga, new Standing.Underway(), new CallRow(now, until, 1, ""));
                    yield new Progress.Next(new Owed(saga, 1));
                }
                case Transition.Then.Done() -> {
                    put(row.saga(), new Standing.Done(), null);
                    yield new Progress.Ended();
                }
                case Transition.Then.Refused(Refusal refusal) -> {
                    put(row.saga(), new Standing.Refused(refusal), null);
                    yield new Progress.Ended();
                }
                case Transition.Then.Blocked(Refusal refusal) -> new Progress.Blocked(refusal);
            };
        });
    }

    @Override
    public long owed() {
        return database.transaction(() -> database.sagas().values().stream()
                .filter(it -> it.owed() != null)
                .count());
    }

    private SagaRow put(Saga saga, Standing standing, @Nullable CallRow call) {
        var row = new SagaRow(saga, standing, call);
        database.sagas().put(saga.id(), row);
        return row;
    }

    private static CallRow call(SagaRow row) {
        return Objects.requireNonNull(row.owed());
    }
}
