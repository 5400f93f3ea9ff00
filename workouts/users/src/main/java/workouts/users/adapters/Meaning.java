package workouts.users.adapters;

import static java.util.Map.entry;

import ballast.client.Outcome;
import ballast.client.RefusalReason;
import java.util.Map;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.Refusal;

/// What the ledger's answers to one sort of step mean here. A reason that has no meaning is nothing that a caller
/// could do something about: somebody has changed the accounts by hand, or there is a mistake in this program.
enum Meaning {
    OPENED,
    CHANGED,
    HELD,
    CAPTURED,
    RELEASED,
    GIVEN_BACK;

    private static final CreditOutcome DONE = CreditOutcome.DONE;
    private static final CreditOutcome REUSED = CreditOutcome.refused(Refusal.REQUEST_ID_REUSED);
    private static final CreditOutcome NO_HOLD = CreditOutcome.refused(Refusal.NO_SUCH_HOLD);
    private static final CreditOutcome ENDED = CreditOutcome.refused(Refusal.HOLD_ENDED);
    private static final CreditOutcome TOO_FEW = CreditOutcome.refused(Refusal.NOT_ENOUGH_CREDITS);

    private static final Map<Meaning, Map<RefusalReason, CreditOutcome>> TABLE = Map.of(
            // somebody has opened it by hand, with the same limits
            OPENED,
            Map.ofEntries(
                    entry(RefusalReason.EXISTS, DONE),
                    entry(RefusalReason.EXISTS_WITH_DIFFERENT_CODE, DONE),
                    entry(RefusalReason.EXISTS_WITH_DIFFERENT_USER_DATA, DONE)),
            CHANGED,
            Map.ofEntries(entry(RefusalReason.ID_ALREADY_USED, REUSED), entry(RefusalReason.EXCEEDS_CREDITS, TOO_FEW)),
            HELD,
            Map.ofEntries(entry(RefusalReason.ID_ALREADY_USED, REUSED), entry(RefusalReason.EXCEEDS_CREDITS, TOO_FEW)),
            // not pending: its hold was refused, or barred; posted: by hand, as a repeat is answered as the first time
            CAPTURED,
            Map.ofEntries(
                    entry(RefusalReason.PENDING_TRANSFER_NOT_FOUND, NO_HOLD),
                    entry(RefusalReason.PENDING_TRANSFER_NOT_PENDING, NO_HOLD),
                    entry(RefusalReason.PENDING_TRANSFER_ALREADY_POSTED, DONE),
                    entry(RefusalReason.PENDING_TRANSFER_ALREADY_VOIDED, ENDED)),
            // not pending: its hold was refused, or barred
            RELEASED,
            Map.ofEntries(
                    entry(RefusalReason.PENDING_TRANSFER_NOT_PENDING, DONE),
                    entry(RefusalReason.PENDING_TRANSFER_ALREADY_POSTED, ENDED),
                    entry(RefusalReason.PENDING_TRANSFER_ALREADY_VOIDED, DONE)),
            GIVEN_BACK,
            Map.ofEntries(entry(RefusalReason.ID_ALREADY_USED, REUSED)));

    /// What an answer means.
    ///
    /// @throws IllegalStateException if the ledger refused for a reason that it never should have here
    CreditOutcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Committed _ -> DONE;
            case Outcome.Refused refused -> of(refused);
        };
    }

    private CreditOutcome of(Outcome.Refused refused) {
        var meaning = TABLE.getOrDefault(this, Map.of()).get(refused.reason());
        if (meaning == null) {
            throw new IllegalStateException("%s was refused by the ledger: %s, transaction %s"
                    .formatted(name(), refused.reason(), refused.id()));
        }
        return meaning;
    }
}
