package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Random blocks, readings, forces, restarts, kills and losses of power, against a list. Repeat a run with
/// `-Dballast.seed=…`.
final class RandomJournalTest {
    private static final int RUNS = 150;
    private static final int STEPS = 80;

    @Test
    void agreesWithAListWhateverHappens() {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.println("ballast.seed=" + seed);
        for (int i = 0; i < RUNS; i++) {
            new Run(new Random(seed + i)).steps();
        }
    }

    private static final class Run {
        private final Random random;
        private final JournalOptions options;
        private final List<JournalBlock> blocks = new ArrayList<>();
        private final List<Hash> hashes = new ArrayList<>();
        private SimulatedDisk disk = new SimulatedDisk();
        private Journal journal;
        private int forced;

        Run(Random random) {
            this.random = random;
            this.options = JournalOptions.defaults()
                    .withSegmentBytesMax(1 + random.nextInt(3_000))
                    .withUnforcedSegmentsMax(1 + random.nextInt(4));
            this.journal = open(0);
        }

        void steps() {
            for (int i = 0; i < STEPS; i++) {
                switch (random.nextInt(10)) {
                    case 0 -> force();
                    case 1 -> restart();
                    case 2 -> kill();
                    case 3 -> losePower();
                    case 4, 5 -> read();
                    default -> append();
                }
            }
            Journals.assertHolds(journal, blocks, Journals.hashes(blocks));
            journal.close();
        }

        private Journal open(long durableHeight) {
            return Journal.open(Journals.DIRECTORY, options, FailPoints.disarmed(), durableHeight, disk);
        }

        private void append() {
            long position = journal.lastPosition() + 1;
            JournalBlock block = randomBlock(blocks.size() + 1, position);
            Hash hash = journal.append(block);
            blocks.add(block);
            hashes.add(hash);
            assertThat(hash).isEqualTo(journal.hash());
        }

        private JournalBlock randomBlock(int height, long position) {
            List<JournalEntry> entries = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                byte[] transaction = new byte[random.nextInt(200)];
                byte[] outcome = new byte[random.nextInt(50)];
                random.nextBytes(transaction);
                random.nextBytes(outcome);
                entries.add(new JournalEntry(transaction, outcome));
            }
            long before = blocks.isEmpty() ? -5 : blocks.getLast().timeMillis();
            return new JournalBlock(
                    height, before + random.nextInt(3), position, entries, Blocks.digest(random.nextInt()));
        }

        private void force() {
            journal.force();
            forced = blocks.size();
        }

        private void restart() {
            journal.close();
            journal = open(random.nextInt(forced + 1));
            forced = blocks.size();
            Journals.assertHolds(journal, blocks, hashes);
        }

        private void kill() {
            disk = disk.afterKill();
            journal = open(random.nextInt(forced + 1));
            forced = blocks.size();
            Journals.assertHolds(journal, blocks, hashes);
        }

        private void losePower() {
            disk = disk.afterPowerCut(random);
            journal = open(forced);
            assertThat(journal.height()).isBetween((long) forced, (long) blocks.size());
            blocks.subList((int) journal.height(), blocks.size()).clear();
            hashes.subList((int) journal.height(), hashes.size()).clear();
            forced = blocks.size();
            Journals.assertHolds(journal, blocks, hashes);
        }

        private void read() {
            if (!blocks.isEmpty()) {
                int height = 1 + random.nextInt(blocks.size());
                assertThat(Blocks.text(journal.read(height))).isEqualTo(Blocks.text(blocks.get(height - 1)));
                assertThat(journal.hashAt(height)).isEqualTo(hashes.get(height - 1));
            }
        }
    }
}
