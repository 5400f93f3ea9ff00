package workouts.trainings.ports;

import java.time.Duration;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// The one table of how each refusal is answered.
final class Refusals {
    /// About as long as a neighbour takes to start again.
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private Refusals() {}

    /// The training that it was done to.
    ///
    /// @throws Problem if it was not done
    static TrainingId done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(TrainingId training) -> training;
            case Outcome.Refused(Refusal refusal) -> throw problem(refusal);
            case Outcome.StillInProgress() ->
                throw new Problem(
                        Kind.UNFINISHED,
                        Outcome.STILL_IN_PROGRESS,
                        "the change goes on by itself; repeat the request later to learn how it ended",
                        RETRY_AFTER);
        };
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case TRAINING_NOT_FOUND -> of(Kind.NOT_FOUND, refusal, "there is no such training");
            case IDEMPOTENCY_KEY_REUSED -> of(Kind.RULE, refusal, "this key was used for another request");
            case CHANGED_MEANWHILE -> of(Kind.OUTDATED, refusal, "the training is not as it was when it was looked at");
            case NOTE_TOO_LONG -> of(Kind.RULE, refusal, "notes have at most " + Notes.CHARACTERS_MAX + " characters");
            case ALREADY_CANCELED -> of(Kind.CONFLICT, refusal, "the training is canceled");
            case CHANGE_IN_PROGRESS -> of(Kind.CONFLICT, refusal, "another change of the training is under way");
            case TRAINING_IN_THE_PAST -> of(Kind.CONFLICT, refusal, "the training has begun");
            case NO_RESCHEDULE_REQUESTED -> of(Kind.CONFLICT, refusal, "no other time is proposed");
            case OWN_PROPOSAL -> of(Kind.CONFLICT, refusal, "the other side has to approve");
            case TOO_LATE_TO_RESCHEDULE ->
                of(Kind.CONFLICT, refusal, "a training is moved 24 hours before its beginning or earlier");
            case NOT_A_FULL_HOUR -> of(Kind.RULE, refusal, "a training begins on the hour");
            case PAST_HOUR -> of(Kind.RULE, refusal, "the hour has begun");
            case TOO_DISTANT -> of(Kind.RULE, refusal, "the hour is too far ahead");
            case OUTSIDE_WORKING_HOURS -> of(Kind.RULE, refusal, "the gym is closed at that hour");
            case HOUR_NOT_AVAILABLE -> of(Kind.CONFLICT, refusal, "the hour is not available");
            case NOT_ENOUGH_CREDITS -> of(Kind.CONFLICT, refusal, "there is no credit left");
            // Only a neighbour of another version says what nobody here knows; it was logged when it came.
            case REFUSED -> Problem.fault();
        };
    }

    private static Problem of(Kind kind, Refusal refusal, String message) {
        return new Problem(kind, refusal.slug(), message);
    }
}
