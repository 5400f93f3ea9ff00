package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;

/// A journal in memory that knows which of its blocks a loss of power would spare.
final class MemoryHistory implements History {
    private final List<JournalBlock> blocks = new ArrayList<>();
    private final long heightBefore;
    private long forcedHeight;

    MemoryHistory() {
        this(0);
    }

    /// Without the blocks up to a height, which nobody will ask for.
    MemoryHistory(long heightBefore) {
        this.heightBefore = heightBefore;
    }

    @Override
    public long height() {
        return heightBefore + blocks.size();
    }

    @Override
    public JournalBlock block(long height) {
        return blocks.get(Math.toIntExact(height - heightBefore - 1));
    }

    @Override
    public JournalEntry entry(long height, int offset) {
        int at = JournalBlock.FIRST_ENTRY_OFFSET;
        for (var entry : block(height).entries()) {
            if (at == offset) {
                return entry;
            }
            at += entry.bytes();
        }
        throw new AssertionError("block %d has no entry at %d".formatted(height, offset));
    }

    @Override
    public void append(JournalBlock block) {
        if (block.height() != height() + 1) {
            throw new AssertionError("block %d after %d".formatted(block.height(), height()));
        }
        blocks.add(block);
    }

    @Override
    public void force() {
        forcedHeight = height();
    }

    List<JournalBlock> blocks() {
        return blocks;
    }

    long forcedHeight() {
        return forcedHeight;
    }

    /// Loses everything above a height, which must not be forced.
    void losePower(long toHeight) {
        if (toHeight < forcedHeight) {
            throw new AssertionError("a loss of power spares what was forced");
        }
        blocks.subList(Math.toIntExact(toHeight), blocks.size()).clear();
    }
}
