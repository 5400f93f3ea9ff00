package ballast.virtualmachine;

import ballast.journal.JournalBlock;
import java.util.ArrayList;
import java.util.List;

/// A journal in memory that knows which of its blocks a loss of power would spare.
final class MemoryHistory implements History {
    private final List<JournalBlock> blocks = new ArrayList<>();
    private long forcedHeight;

    @Override
    public long height() {
        return blocks.size();
    }

    @Override
    public JournalBlock block(long height) {
        return blocks.get(Math.toIntExact(height - 1));
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
