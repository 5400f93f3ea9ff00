package ballast.simulation.ledger;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// How often each reason was given and each kind of entry made. What never happened, was not compared.
public final class Coverage {
    private final Map<RefusalReason, Long> reasons = new EnumMap<>(RefusalReason.class);
    private final Map<EntryKind, Long> entries = new EnumMap<>(EntryKind.class);
    private long committed;

    void add(BlockResult result) {
        for (Outcome answer : result.answers()) {
            if (answer.hasRefused()) {
                reasons.merge(answer.getRefused().getReason(), 1L, Long::sum);
            } else {
                committed++;
            }
        }
        for (var recorded : result.recorded()) {
            for (Entry entry : recorded.getOutcome().getEntriesList()) {
                entries.merge(entry.getKind(), 1L, Long::sum);
            }
        }
    }

    /// Adds up with another one.
    public void add(Coverage other) {
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        other.entries.forEach((kind, count) -> entries.merge(kind, count, Long::sum));
        committed += other.committed;
    }

    public Set<RefusalReason> missingReasons() {
        Set<RefusalReason> missing =
                EnumSet.complementOf(EnumSet.of(RefusalReason.REFUSAL_REASON_UNSPECIFIED, RefusalReason.UNRECOGNIZED));
        missing.removeAll(reasons.keySet());
        return missing;
    }

    public Set<EntryKind> missingEntries() {
        Set<EntryKind> missing =
                EnumSet.complementOf(EnumSet.of(EntryKind.ENTRY_KIND_UNSPECIFIED, EntryKind.UNRECOGNIZED));
        missing.removeAll(entries.keySet());
        return missing;
    }

    /// Answers that said that it happened.
    public long committed() {
        return committed;
    }

    @Override
    public String toString() {
        return "%d committed, refused %s, entries %s".formatted(committed, reasons, entries);
    }
}
