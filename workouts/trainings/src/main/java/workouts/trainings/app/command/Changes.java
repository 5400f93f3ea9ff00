package workouts.trainings.app.command;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.trainings.app.saga.SagaDriver;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// How a training that exists is changed: by one rule inside one transaction, and then by the saga that begins there.
///
/// A change that is under way is first helped to its end, a few times at most. If it was the very one that is
/// asked for, its end is the answer.
public final class Changes {
    /// How many changes of others one command helps to their end before it gives up.
    static final int HELPED_MAX = 3;

    private final TrainingRepository trainings;
    private final SagaStore sagas;
    private final SagaDriver driver;
    private final Clock clock;
    private final Supplier<UUID> ids;

    public Changes(TrainingRepository trainings, SagaStore sagas, SagaDriver driver, Clock clock, Supplier<UUID> ids) {
        this.trainings = trainings;
        this.sagas = sagas;
        this.driver = driver;
        this.clock = clock;
        this.ids = ids;
    }

    Outcome make(TrainingId id, Participant by, Rule rule) {
        for (int helped = 0; ; helped++) {
            switch (decide(id, by, rule)) {
                case Decision.Accepted<Training>(Training after) -> {
                    return after.change()
                            .map(change -> Outcome.of(driver.drive(change), id))
                            .orElseGet(() -> new Outcome.Done(id));
                }
                case Decision.Refused<Training>(Refusal refusal) -> {
                    var answer = afterHelping(id, by, rule, refusal);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                    if (helped == HELPED_MAX) {
                        return new Outcome.Refused(refusal);
                    }
                }
            }
        }
    }

    private Decision<Training> decide(TrainingId id, Participant by, Rule rule) {
        var change = new ChangeId(ids.get());
        return trainings.update(
                id,
                by,
                training -> rule.decide(training, change, clock.instant()).then(decided -> {
                    decided.saga().ifPresent(driver::begin);
                    return Decision.accepted(decided.after());
                }));
    }

    /// The answer, or nothing when it is worth asking the rule again.
    private Optional<Outcome> afterHelping(TrainingId id, Participant by, Rule rule, Refusal refusal) {
        if (refusal != Refusal.CHANGE_IN_PROGRESS && refusal != Refusal.ALREADY_CANCELED) {
            return Optional.of(new Outcome.Refused(refusal));
        }
        var underWay = trainings.find(id, by).flatMap(Training::change).flatMap(sagas::find);
        boolean asked = underWay.filter(rule::isAskedForBy).isPresent();
        if (refusal == Refusal.ALREADY_CANCELED && !asked) {
            return Optional.of(new Outcome.Refused(refusal));
        }
        var standing = underWay.map(Saga::id).map(driver::drive).orElseGet(Standing.Done::new);
        if (asked) {
            return Optional.of(Outcome.of(standing, id));
        }
        return standing instanceof Standing.Underway
                ? Optional.of(new Outcome.Refused(Refusal.CHANGE_IN_PROGRESS))
                : Optional.empty();
    }
}
