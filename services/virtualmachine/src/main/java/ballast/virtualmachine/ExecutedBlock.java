package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.types.protocol.v1.Outcome;
import ballast.types.statestorage.v1.StateDifference;
import java.util.List;
import java.util.Optional;

/// What a block decided.
///
/// @param outcomes one for each of its transactions, in order
/// @param change empty if the block had nothing but repeats and transactions that are not recorded
record ExecutedBlock(List<Outcome> outcomes, Optional<Change> change) {
    /// @param journalBlock the transactions that are new, with their outcomes
    /// @param differences what they changed, the tip last
    record Change(StateTip tip, JournalBlock journalBlock, List<StateDifference> differences) {}
}
