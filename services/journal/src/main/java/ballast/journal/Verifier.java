package ballast.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Proves a journal that is not open, and changes nothing.
final class Verifier {
    private final Disk disk;
    private final Path directory;
    private final JournalVisitor visitor;

    Verifier(Disk disk, Path directory, JournalVisitor visitor) {
        this.disk = disk;
        this.directory = directory;
        this.visitor = visitor;
    }

    JournalVerification verify() {
        try {
            Optional<ForcedMark.Mark> forced = ForcedMark.read(disk, directory);
            Examination examination = new Examiner(disk, directory, forced, 0)
                    .examine(
                            OptionalInt.empty(),
                            Integer.MAX_VALUE,
                            new BlockIndex(),
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
