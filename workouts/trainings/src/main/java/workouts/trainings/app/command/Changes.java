package workouts.trainings.app.command;

import java.nio.charset.StandardCharsets;
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
import workouts.trainings.domain.training.NamedUuid;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingRepository;

/// How a training that exists is changed: by one rule inside one transaction, and then by the saga that begins there.
///
/// A change that is under way is first helped to its end, a few times at most. If it was the very one that is
/// asked for, its end is the answer. A change that comes under a key is named after it, so that a repeat finds what the
/// first has begun.
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

    /// @param act what is asked for: a key stands for one act, so its name stays for ever
    Outcome make(Subject subject, String act, Rule rule) {
        var named = subject.idempotencyKey().map(key -> named(subject, act, key));
        return named.flatMap(sagas::find)
                .map(earlier -> repeated(subject, rule, earlier))
                .orElseGet(() -> make(subject, named, rule));
    }

    private Outcome make(Subject subject, Optional<ChangeId> named, Rule rule) {
        var id = subject.training();
        for (int helped = 0; ; helped++) {
            switch (decide(subject, named.orElseGet(() -> new ChangeId(ids.get())), rule)) {
                case Decision.Accepted<Training>(Training after) -> {
                    return after.change()
                            .map(change -> Outcome.of(driver.drive(change), id))
                            .orElseGet(() -> new Outcome.Done(id));
                }
                case Decision.Refused<Training>(Refusal refusal) -> {
                    var answer = named.flatMap(sagas::find)
                            .map(earlier -> repeated(subject, rule, earlier))
                            .or(() -> afterHelping(subject, rule, refusal));
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

    private static ChangeId named(Subject subject, String act, UUID key) {
        var content =
                "%s %s %s %s".formatted(act, subject.training(), subject.by().id(), key);
        return new ChangeId(NamedUuid.of("workouts.trainings.change", content.getBytes(StandardCharsets.US_ASCII)));
    }

    /// The recorded answer, which comes before every rule.
    private Outcome repeated(Subject subject, Rule rule, Saga earlier) {
        return rule.isSameRequestAs(earlier)
                ? Outcome.of(driver.drive(earlier.id()), subject.training())
                : new Outcome.Refused(Refusal.IDEMPOTENCY_KEY_REUSED);
    }

    private Decision<Training> decide(Subject subject, ChangeId change, Rule rule) {
        return trainings.update(
                subject.training(),
                subject.by(),
                training -> subject.asSeen(training)
                        .then(it -> rule.decide(it, change, clock.instant()))
                        .then(this::begun));
    }

    /// Under a key, somebody else may have begun it since it was looked for, and ended it.
    private Decision<Training> begun(Change decided) {
        boolean isNew = decided.saga().map(driver::begin).orElse(true);
        return isNew ? Decision.accepted(decided.after()) : Decision.refused(Refusal.CHANGE_IN_PROGRESS);
    }

    /// The answer, or nothing when it is worth asking the rule again.
    private Optional<Outcome> afterHelping(Subject subject, Rule rule, Refusal refusal) {
        boolean isInTheWay = refusal == Refusal.CHANGE_IN_PROGRESS;
        boolean mayBeDone = refusal == Refusal.ALREADY_CANCELED || refusal == Refusal.CHANGED_MEANWHILE;
        if (!isInTheWay && !mayBeDone) {
            return Optional.of(new Outcome.Refused(refusal));
        }
        var underWay = trainings
                .find(subject.training(), subject.by())
                .flatMap(Training::change)
                .flatMap(sagas::find);
        boolean asked = underWay.filter(rule::isAskedForBy).isPresent();
        if (mayBeDone && !asked) {
            return Optional.of(new Outcome.Refused(refusal));
        }
        var standing = underWay.map(Saga::id).map(driver::drive).orElseGet(Standing.Done::new);
        if (asked) {
            return Optional.of(Outcome.of(standing, subject.training()));
        }
        return standing instanceof Standing.Underway
                ? Optional.of(new Outcome.Refused(Refusal.CHANGE_IN_PROGRESS))
                : Optional.empty();
    }
}
