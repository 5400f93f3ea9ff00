package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import java.util.function.UnaryOperator;

/// A journal that gives other entries than were appended.
record HistoryThatLies(History behind, UnaryOperator<JournalEntry> lie) implements History {
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
        return lie.apply(behind.entry(height, offset));
    }

    @Override
    public void append(JournalBlock block) {
        behind.append(block);
    }

    @Override
    public void force() {
        behind.force();
    }
}
