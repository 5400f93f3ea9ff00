package ballast.virtualmachine;

import ballast.journal.JournalEntry;
import java.util.zip.CRC32C;

/// The state between two blocks, as reads see it.
final class ReadView {
    private final BlockApplier applier;
    private final OldEntries history;
    private final StateOverlay overlay;
    private final CRC32C checksum = new CRC32C();

    ReadView(BlockApplier applier, Outside outside, int reads) {
        this.applier = applier;
        this.history = outside.history();
        this.overlay = new StateOverlay(outside.state(), reads);
    }

    /// The last position whose effect it shows.
    long position() {
        return applier.tip().position();
    }

    StateOverlay state() {
        return overlay;
    }

    /// @param record exists
    JournalEntry entry(TransactionRecord record) {
        return OldEntry.proven(history, record, checksum);
    }

    /// The outcome that the last transaction of a block would have.
    byte[] tried(Block block) {
        return applier.tried(block).getLast();
    }
}
