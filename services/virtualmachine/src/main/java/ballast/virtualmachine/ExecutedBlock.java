package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.types.statestorage.v1.StateDifference;
import java.util.List;
import java.util.Optional;

/// What a block decided.
///
/// @param outcomes one for each of its transactions, in order, serialized; [#PASSED_OVER] where there is none
/// @param change empty if the block had nothing but repeats and transactions that are not recorded, and no deadline was
///     over
record ExecutedBlock(List<byte[]> outcomes, Optional<Change> change) {
    /// The block had decided so much already that nothing was done with this transaction.
    static final byte[] PASSED_OVER = new byte[0];

    /// @param journalBlock the transactions that are new, with their outcomes
    /// @param differences what they changed, the tip last
    record Change(StateTip tip, JournalBlock journalBlock, List<StateDifference> differences) {}
}
