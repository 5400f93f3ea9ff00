package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads a whole journal and tells the torn end that a crash leaves from damage.
///
/// A killed process leaves an incomplete end. A loss of power leaves any sectors unwritten of what was not forced yet:
/// they read as zeros, also where sound blocks follow. Neither changes a byte that was written. So nothing at or below
/// the last block that was forced is ever taken for torn; above it, an end is, behind which there is no sound block,
/// and a hole is, because the log still has those blocks. If nobody knows what was forced, only an end is.
final class Examiner {
    private final Disk disk;
    private final Path directory;
    private final ForcedMark.Mark mark;
    private final boolean forcedIsKnown;
    private final long durableHeight;
    private boolean markFits;

    /// @param durableHeight what the caller knows to be durable; the mark may know of more
    Examiner(Disk disk, Path directory, Optional<ForcedMark.Mark> mark, long durableHeight) {
        this.disk = disk;
        this.directory = directory;
        this.mark = mark.orElse(ForcedMark.Mark.NONE);
        this.forcedIsKnown = mark.isPresent() || durableHeight > 0;
        this.durableHeight = Math.max(durableHeight, this.mark.height());
        this.markFits = this.mark.height() == 0;
    }

    /// @param group the one that the journal must belong to; any, if empty
    /// @param provenSegments how many of the last segments have to be proven block by block
    Examination examine(OptionalInt group, int provenSegments, BlockIndex index, BlockListener listener)
            throws IOException {
        ChainWalk walk = new ChainWalk(disk, directory, index, block -> {
            markFits |= block.height() == mark.height() && block.hash().equals(mark.hash());
            listener.block(block);
        });
        long throughHeight = mark.height() > 0 ? mark.height() - 1 : durableHeight;
        Chain chain = walk.walk(group, new Skimming(throughHeight, provenSegments));
        return chain.flaw().isPresent() ? flawed(chain, chain.flaw().get()) : complete(chain);
    }

    private Examination flawed(Chain chain, Flaw flaw) throws IOException {
        if (!flaw.crashExplains()) {
            return Examination.damaged(chain, flaw.damage(), Advice.NO_CRASH);
        }
        if (chain.tail().height() < durableHeight) {
            return Examination.damaged(chain, flaw.damage(), Advice.durable(durableHeight));
        }
        if (!markFits) {
            return Examination.damaged(chain, otherThanMarked(), Advice.NO_CRASH);
        }
        Aftermath aftermath = new Aftermath(disk, directory);
        boolean explained = !aftermath.hasBlocks(chain) || (forcedIsKnown && aftermath.hasHole(chain));
        return explained
                ? Examination.torn(chain, flaw.damage())
                : Examination.damaged(chain, flaw.damage(), Advice.BLOCKS_BEHIND);
    }

    private Examination complete(Chain chain) {
        if (chain.tail().height() < durableHeight) {
            return Examination.damaged(chain, end(chain), Advice.durable(durableHeight));
        }
        return markFits ? Examination.sound(chain) : Examination.damaged(chain, otherThanMarked(), Advice.NO_CRASH);
    }

    private JournalDamage otherThanMarked() {
        String expected = "block hash %s, as was forced, found another".formatted(mark.hash());
        return new JournalDamage(directory.resolve(JournalFiles.MARK), mark.height(), 0, expected);
    }

    private JournalDamage end(Chain chain) {
        long next = chain.tail().height() + 1;
        SegmentName file = chain.sound().isEmpty()
                ? new SegmentName(next)
                : chain.sound().getLast().name();
        long offset = chain.sound().isEmpty() ? 0 : chain.sound().getLast().soundBytes();
        return new JournalDamage(
                directory.resolve(file.fileName()), next, offset, "this block, found the end of the journal");
    }
}
