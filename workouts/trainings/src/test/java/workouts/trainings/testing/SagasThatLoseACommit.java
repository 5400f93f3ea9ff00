package workouts.trainings.testing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import workouts.trainings.app.saga.Owed;
import workouts.trainings.app.saga.Progress;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Transition;
import workouts.trainings.domain.training.ChangeId;

/// Sagas whose store takes back, once at each step that it was told, what it was about to keep.
public final class SagasThatLoseACommit implements SagaStore {
    private final SagaStore sagas;
    private final Set<String> steps = new HashSet<>();

    /// What a store throws whose commit has failed.
    public static final class CommitFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    public SagasThatLoseACommit(SagaStore sagas) {
        this.sagas = sagas;
    }

    public void loseTheNextCommitAt(String step) {
        steps.add(step);
    }

    @Override
    public Progress settle(Owed owed, Function<Saga, Transition> next, Instant now, Instant until) {
        return sagas.settle(
                owed,
                saga -> {
                    var transition = next.apply(saga);
                    if (steps.remove(saga.stepName())) {
                        throw new CommitFailed();
                    }
                    return transition;
                },
                now,
                until);
    }

    @Override
    public boolean begin(Saga saga, Instant now, Instant headStart) {
        return sagas.begin(saga, now, headStart);
    }

    @Override
    public Optional<Saga> find(ChangeId id) {
        return sagas.find(id);
    }

    @Override
    public Optional<Standing> standing(ChangeId id) {
        return sagas.standing(id);
    }

    @Override
    public Optional<Owed> lease(ChangeId id, Instant now, Instant until) {
        return sagas.lease(id, now, until);
    }

    @Override
    public List<Owed> leaseDue(int callsMax, Instant now, Instant until) {
        return sagas.leaseDue(callsMax, now, until);
    }

    @Override
    public void postpone(Owed owed, Instant dueAt, String reason) {
        sagas.postpone(owed, dueAt, reason);
    }

    @Override
    public long owed() {
        return sagas.owed();
    }
}
