package workouts.trainings.app.saga;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workouts.trainings.domain.saga.Effect;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.saga.Transition;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// Makes the calls that sagas owe and applies the answers, one transaction each, until a saga has ended or a
/// neighbour gives no answer. Any thread may drive any saga, at the same time too: calls may be repeated, and an
/// answer is applied once. Holds no state.
public final class SagaDriver {
    private static final Logger LOG = LoggerFactory.getLogger(SagaDriver.class);

    private final SagaStore sagas;
    private final TrainingRepository trainings;
    private final Neighbours neighbours;
    private final SagaPace pace;
    private final Waiting waiting;

    /// The time, how to let it pass, and where tests let the process fail.
    public record Waiting(Clock clock, Pause pause, StepWatch watch) {}

    public SagaDriver(
            SagaStore sagas, TrainingRepository trainings, Neighbours neighbours, SagaPace pace, Waiting waiting) {
        this.sagas = sagas;
        this.trainings = trainings;
        this.neighbours = neighbours;
        this.pace = pace;
        this.waiting = waiting;
    }

    /// Keeps the saga with its first call, in the transaction that is open; [#drive] comes next. False when it is there
    /// already.
    public boolean begin(Saga saga) {
        return sagas.begin(saga, now(), leaseEnd());
    }

    /// Drives a saga to its end, or waits for who else does, and gives up with [Standing.Underway] at the deadline.
    public Standing drive(ChangeId id) {
        var deadline = now().plus(pace.answerWithin());
        for (long pauses = pace.pausesMax(); ; pauses--) {
            sagas.lease(id, now(), leaseEnd()).ifPresent(this::follow);
            var standing = sagas.standing(id).orElseThrow();
            if (!(standing instanceof Standing.Underway) || pauses == 0 || !waited(deadline)) {
                return standing;
            }
        }
    }

    /// Goes on with a saga from a call that is leased, as far as neighbours answer.
    void follow(Owed first) {
        Optional<Owed> owed = Optional.of(first);
        while (owed.isPresent()) {
            owed = step(owed.get());
        }
    }

    private Optional<Owed> step(Owed owed) {
        waiting.watch().reached(owed.saga(), StepWatch.Moment.BEFORE_CALL);
        Answer answer;
        try {
            answer = neighbours.ask(owed.saga().call());
        } catch (OutcomeUnknown unknown) {
            sagas.postpone(owed, now().plus(pace.delayAfter(owed.attempt())), unknown.reason());
            LOG.info("no answer at {}, attempt {}: {}", where(owed.saga()), owed.attempt(), unknown.reason());
            return Optional.empty();
        }
        waiting.watch().reached(owed.saga(), StepWatch.Moment.AFTER_CALL);
        var progress = sagas.settle(owed, saga -> applied(saga, answer), now(), leaseEnd());
        waiting.watch().reached(owed.saga(), StepWatch.Moment.AFTER_COMMIT);
        return switch (progress) {
            case Progress.Next(Owed next) -> Optional.of(next);
            case Progress.Ended(), Progress.Overtaken() -> Optional.empty();
            case Progress.Blocked(var refusal) -> {
                sagas.postpone(owed, now().plus(pace.delayMax()), "blocked: " + refusal.slug());
                LOG.error("refused where no refusal is possible: {}, {}", where(owed.saga()), refusal.slug());
                yield Optional.empty();
            }
        };
    }

    private Transition applied(Saga saga, Answer answer) {
        var transition = saga.next(answer);
        apply(saga.training(), transition.effect());
        return transition;
    }

    private void apply(TrainingId id, Effect effect) {
        switch (effect) {
            case Effect.None() -> {}
            case Effect.Created(Training training) -> trainings.add(training);
            case Effect.Moved(var hour, var notes) -> trainings.alter(id, it -> it.movedTo(hour, notes));
            case Effect.Settled() -> trainings.alter(id, Training::settled);
        }
    }

    /// False when there is no time left to wait.
    private boolean waited(Instant deadline) {
        if (!now().plus(pace.lookAgain()).isBefore(deadline)) {
            return false;
        }
        try {
            waiting.pause().sleep(pace.lookAgain());
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Instant now() {
        return waiting.clock().instant();
    }

    private Instant leaseEnd() {
        return now().plus(pace.lease());
    }

    private static String where(Saga saga) {
        return saga.getClass().getSimpleName() + "." + saga.stepName() + " of " + saga.training();
    }
}
