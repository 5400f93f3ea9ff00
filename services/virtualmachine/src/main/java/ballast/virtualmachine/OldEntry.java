package ballast.virtualmachine;

import ballast.journal.JournalEntry;
import java.util.zip.CRC32C;

/// Entries of the journal that are read alone and compared with what the state knows of them.
final class OldEntry {
    private OldEntry() {}

    /// @param record exists
    /// @throws VirtualMachineException if the journal's outcome is not the one that was recorded
    static JournalEntry proven(OldEntries history, TransactionRecord record, CRC32C checksum) {
        var entry = history.entry(record.height(), record.offset());
        checksum.reset();
        checksum.update(entry.outcome());
        if ((int) checksum.getValue() != record.checksum()) {
            throw new VirtualMachineException(
                    "the journal's outcome at position %d, in block %d, is not the one that was given"
                            .formatted(record.position(), record.height()));
        }
        return entry;
    }
}
