package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import java.util.Arrays;
import java.util.Optional;

/// Compares a block as it was executed again with the block that the journal has.
final class JournalComparison {
    private JournalComparison() {}

    /// The first thing that differs, in words; empty if nothing does.
    static Optional<String> difference(JournalBlock executed, JournalBlock journal) {
        if (executed.timeMillis() != journal.timeMillis()) {
            return differs("block time", executed.timeMillis(), journal.timeMillis());
        }
        if (executed.firstPosition() != journal.firstPosition()) {
            return differs("first position", executed.firstPosition(), journal.firstPosition());
        }
        int entries = Math.min(executed.entries().size(), journal.entries().size());
        for (int index = 0; index < entries; index++) {
            JournalEntry ours = executed.entries().get(index);
            JournalEntry theirs = journal.entries().get(index);
            long position = executed.firstPosition() + index;
            if (!Arrays.equals(ours.transaction(), theirs.transaction())) {
                return Optional.of("the transaction at position " + position);
            }
            if (!Arrays.equals(ours.outcome(), theirs.outcome())) {
                return Optional.of("the outcome at position " + position);
            }
        }
        if (executed.entries().size() != journal.entries().size()) {
            return differs(
                    "number of transactions",
                    executed.entries().size(),
                    journal.entries().size());
        }
        return executed.stateDigest().equals(journal.stateDigest())
                ? Optional.empty()
                : differs("state digest", executed.stateDigest(), journal.stateDigest());
    }

    private static Optional<String> differs(String what, Object executed, Object journal) {
        return Optional.of("%s: %s by execution, %s in the journal".formatted(what, executed, journal));
    }
}
