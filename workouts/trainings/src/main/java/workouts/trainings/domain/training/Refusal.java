package workouts.trainings.domain.training;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every reason why something is not done, in order of precedence: first what is wrong with the request itself, then
/// what is true of the training, then of the act, then what the two neighbours answer. The slug is what callers are
/// told and what is recorded.
public enum Refusal {
    TRAINING_NOT_FOUND("training-not-found"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused"),
    CHANGED_MEANWHILE("changed-meanwhile"),
    NOTE_TOO_LONG("note-too-long"),
    ALREADY_CANCELED("already-canceled"),
    CHANGE_IN_PROGRESS("change-in-progress"),
    TRAINING_IN_THE_PAST("training-in-the-past"),
    NO_RESCHEDULE_REQUESTED("no-reschedule-requested"),
    OWN_PROPOSAL("own-proposal"),
    TOO_LATE_TO_RESCHEDULE("too-late-to-reschedule"),
    NOT_A_FULL_HOUR("not-a-full-hour"),
    PAST_HOUR("past-hour"),
    TOO_DISTANT("too-distant"),
    OUTSIDE_WORKING_HOURS("outside-working-hours"),
    HOUR_NOT_AVAILABLE("hour-not-available"),
    NOT_ENOUGH_CREDITS("not-enough-credits"),
    /// A neighbour refused for a reason that this version does not know.
    REFUSED("refused");

    private static final Map<String, Refusal> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Refusal::slug, Function.identity()));

    private final String slug;

    Refusal(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }

    public static Optional<Refusal> of(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
