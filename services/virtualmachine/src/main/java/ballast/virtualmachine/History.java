package ballast.virtualmachine;

import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;

/// The journal as the machine uses it.
interface History extends OldEntries {
    /// The height of the last block; 0 before the first.
    long height();

    JournalBlock block(long height);

    void append(JournalBlock block);

    /// Makes durable what was appended. Any thread may call it.
    void force();

    static History of(Journal journal) {
        return new History() {
            @Override
            public long height() {
                return journal.height();
            }

            @Override
            public JournalBlock block(long height) {
                return journal.read(height);
            }

            @Override
            public JournalEntry entry(long height, int offset) {
                return journal.entry(height, offset);
            }

            @Override
            public void append(JournalBlock block) {
                journal.append(block);
            }

            @Override
            public void force() {
                journal.force();
            }
        };
    }
}
