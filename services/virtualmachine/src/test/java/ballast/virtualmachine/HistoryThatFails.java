package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;

/// A journal that cannot be written, or cannot be forced.
final class HistoryThatFails implements History {
    private final History behind;
    private final boolean failsToAppend;

    private HistoryThatFails(History behind, boolean failsToAppend) {
        this.behind = behind;
        this.failsToAppend = failsToAppend;
    }

    static History toAppend(History behind) {
        return new HistoryThatFails(behind, true);
    }

    static History toForce(History behind) {
        return new HistoryThatFails(behind, false);
    }

    @Override
    public long height() {
        return behind.height();
    }

    @Override
    public JournalBlock block(long height) {
        return behind.block(height);
    }

    @Override
    public JournalEntry entry(long height, int offset) {
        return behind.entry(height, offset);
    }

    @Override
    public void append(JournalBlock block) {
        if (failsToAppend) {
            throw new IllegalStateException("no space left on the journal's device");
        }
        behind.append(block);
    }

    @Override
    public void force() {
        if (!failsToAppend) {
            throw new IllegalStateException("the journal's device is gone");
        }
        behind.force();
    }
}
