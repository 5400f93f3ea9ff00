package ballast.ledger;

import java.util.List;
import java.util.OptionalInt;

/// What became of a transaction.
public sealed interface LedgerOutcome {
    /// Every leg was applied.
    ///
    /// @param entries every change of an account, in the order in which they were made
    record Committed(List<Entry> entries) implements LedgerOutcome {}

    /// Nothing happened; what was put into the state must be dropped.
    ///
    /// @param leg the leg that was refused, from 0
    /// @param condition the condition that did not hold, from 0
    record Refused(RefusalReason reason, OptionalInt leg, OptionalInt condition) implements LedgerOutcome {
        static Refused whole(RefusalReason reason) {
            return new Refused(reason, OptionalInt.empty(), OptionalInt.empty());
        }

        static Refused ofLeg(RefusalReason reason, int leg) {
            return new Refused(reason, OptionalInt.of(leg), OptionalInt.empty());
        }

        static Refused ofCondition(int condition) {
            return new Refused(RefusalReason.CONDITION_NOT_MET, OptionalInt.empty(), OptionalInt.of(condition));
        }
    }
}
