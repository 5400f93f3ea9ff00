package workouts.trainings.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;

/// What the stores in memory share: their rows, and one transaction at a time. A transaction inside another one is part
/// of it. Rows survive the "crash" of whoever uses them, as in a database. Thread-safe.
public final class InMemoryDatabase {
    private final ReentrantLock lock = new ReentrantLock();
    private Map<TrainingId, Training> trainings = new HashMap<>();
    private Map<ChangeId, SagaRow> sagas = new HashMap<>();

    record SagaRow(Saga saga, Standing standing, @Nullable CallRow owed) {}

    record CallRow(Instant dueAt, @Nullable Instant leasedUntil, int attempts, String lastError) {}

    /// Everything or nothing: what was written is taken back when `keep` says no, and after an exception.
    <T> T transaction(Supplier<T> work, Predicate<T> keep) {
        lock.lock();
        var trainingsBefore = new HashMap<>(trainings);
        var sagasBefore = new HashMap<>(sagas);
        boolean kept = false;
        try {
            var result = work.get();
            kept = keep.test(result);
            return result;
        } finally {
            if (!kept) {
                trainings = trainingsBefore;
                sagas = sagasBefore;
            }
            lock.unlock();
        }
    }

    <T> T transaction(Supplier<T> work) {
        return transaction(work, it -> true);
    }

    /// To be used inside a transaction.
    Map<TrainingId, Training> trainings() {
        return trainings;
    }

    /// To be used inside a transaction.
    Map<ChangeId, SagaRow> sagas() {
        return sagas;
    }
}
