package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Proves a journal that is not open, and changes nothing.
final class Verifier {
    private final Disk disk;
    private final Path directory;
    private final BlockIndex index = new BlockIndex();
    private final JournalEntries entries;
    private final JournalVisitor visitor;

    Verifier(Disk disk, Path directory, Function<JournalEntries, JournalVisitor> visitor) {
        this.disk = disk;
        this.directory = directory;
        this.entries = new JournalEntries(disk, directory, index);
        this.visitor = visitor.apply(entries);
    }

    JournalVerification verify() {
        try (entries) {
            Optional<ForcedMark.Mark> forced = ForcedMark.read(disk, directory);
            Examination examination = new Examiner(disk, directory, forced, 0)
                    .examine(
                            OptionalInt.empty(),
                            Integer.MAX_VALUE,
                            index,
                            block -> visitor.block(block.block(), block.hash()));
            Chain chain = examination.chain();
            return new JournalVerification(
                    chain.group(),
                    chain.tail().height(),
                    chain.tail().hash(),
                    chain.tail().lastPosition(),
                    chain.sound().size(),
                    forced.orElse(ForcedMark.Mark.NONE).height(),
                    examination.verdict(),
                    examination.damage());
        } catch (IOException e) {
            throw new JournalException("cannot read the journal in " + directory, e);
        }
    }
}
