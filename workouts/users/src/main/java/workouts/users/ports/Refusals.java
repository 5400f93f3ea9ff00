package workouts.users.ports;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;
import workouts.users.app.command.Outcome;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.domain.credit.Refusal;

/// How refusals and the ledger's silence are answered: the one table for both ports.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /// About as long as the ledger takes to start again.
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private Refusals() {}

    /// Nothing if it was done.
    ///
    /// @throws Problem if it was refused, or nobody knows
    static void requireDone(Supplier<Outcome> act) {
        given(act).refusal().ifPresent(refusal -> {
            throw problem(refusal);
        });
    }

    /// What an act or a question gives.
    ///
    /// @throws Problem if the ledger does not answer
    static <T> T given(Supplier<T> act) {
        try {
            return act.get();
        } catch (LedgerFailure e) {
            LOG.warn("{}: {}", e.getMessage(), String.valueOf(e.getCause()));
            throw problem(e);
        }
    }

    static Problem problem(Refusal refusal) {
        var text = switch (refusal) {
            case REQUEST_ID_REUSED -> "this id was used for another change";
            case NO_SUCH_HOLD -> "nothing was ever held for this booking";
            case HOLD_ENDED -> "what was held for this booking has been spent or given back";
            case NOT_ENOUGH_CREDITS -> "there are not enough credits";
        };
        return new Problem(Kind.CONFLICT, refusal.slug(), text);
    }

    static Problem problem(LedgerFailure failure) {
        return switch (failure) {
            case LedgerFailure.Unreachable _ ->
                new Problem(
                        Kind.UNAVAILABLE,
                        "unavailable",
                        "a part of the service cannot be reached, try again",
                        RETRY_AFTER);
            case LedgerFailure.OutcomeUnknown _ ->
                new Problem(
                        Kind.UNFINISHED,
                        "outcome-unknown",
                        "it may have been done; the same request will tell",
                        RETRY_AFTER);
        };
    }
}
