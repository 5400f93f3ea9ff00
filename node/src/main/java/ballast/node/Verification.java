package ballast.node;

import ballast.guard.FailPoints;
import ballast.journal.Hash;
import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntries;
import ballast.journal.JournalVerification;
import ballast.journal.JournalVisitor;
import ballast.statestorage.CheckpointReader;
import ballast.statestorage.OffHeapStateStorage;
import ballast.statestorage.StateStorageOptions;
import ballast.virtualmachine.JournalReplay;
import ballast.virtualmachine.VirtualMachineOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Proves a data folder that no node uses: that the journal is the chain that was written, that its outcomes
/// follow from its transactions, and that the checkpoint is the state that they add up to.
final class Verification {
    /// More differences than this tell nobody more.
    private static final int FINDINGS_MAX = 20;

    private final CheckpointReader checkpoint;
    private final OffHeapStateStorage replayed;
    private final long checkpointHeight;
    private final List<String> findings = new ArrayList<>();
    private Optional<JournalReplay> replay = Optional.empty();
    private boolean compared;

    private Verification(CheckpointReader checkpoint, OffHeapStateStorage replayed) {
        this.checkpoint = checkpoint;
        this.replayed = replayed;
        this.checkpointHeight = checkpoint.height();
    }

    /// What was proven, and what was found wrong, in the order in which it was found.
    ///
    /// @param journal what reading the files proved
    /// @param digest of the state after the last block that came out the same
    record Report(JournalVerification journal, long height, long transactions, Hash digest, List<String> findings) {}

    /// @param scratch an empty folder for the state that is built anew
    static Report of(DataFolder folder, Path scratch) {
        try (var checkpoint = CheckpointReader.open(folder.state());
                var replayed =
                        OffHeapStateStorage.open(scratch, StateStorageOptions.defaults(), FailPoints.disarmed())) {
            return new Verification(checkpoint, replayed).run(folder.journal());
        }
    }

    private Report run(Path directory) {
        var journal = Journal.verify(directory, this::begin);
        journal.damage()
                .ifPresent(damage -> find("journal %s: %s"
                        .formatted(
                                switch (journal.verdict()) {
                                    case SOUND -> "sound";
                                    case TORN -> "ends in a block that is incomplete, as a crash leaves it";
                                    case DAMAGED -> "damaged";
                                },
                                damage)));
        if (!compared && findings.isEmpty()) {
            find("the checkpoint is of height %d, the journal ends at height %d"
                    .formatted(checkpointHeight, journal.height()));
        }
        return new Report(journal, replay().height(), replay().position(), replay().stateDigest(), findings);
    }

    private JournalVisitor begin(JournalEntries entries) {
        long storageMillis = VirtualMachineOptions.defaults().patience().storageMillis();
        replay = Optional.of(new JournalReplay(replayed, storageMillis, entries));
        compareCheckpointAt(0);
        return (block, hash) -> check(block);
    }

    private JournalReplay replay() {
        return replay.orElseThrow();
    }

    private void check(JournalBlock block) {
        if (findings.isEmpty()) {
            replay().replay(block)
                    .ifPresent(difference -> find("journal height %d: executed again, it differs in %s"
                            .formatted(block.height(), difference)));
            compareCheckpointAt(block.height());
        }
    }

    private void compareCheckpointAt(long height) {
        if (height != checkpointHeight || !findings.isEmpty()) {
            return;
        }
        compared = true;
        var records = new AtomicLong();
        checkpoint.forEach((key, value) -> {
            records.incrementAndGet();
            replay().difference(key, value)
                    .ifPresent(difference -> find("checkpoint of height %d: %s".formatted(height, difference)));
        });
        if (records.get() != replayed.stats().records()) {
            find("checkpoint of height %d: %d records (expected: %d)"
                    .formatted(height, records.get(), replayed.stats().records()));
        }
    }

    private void find(String finding) {
        if (findings.size() < FINDINGS_MAX) {
            findings.add(finding);
        }
    }
}
