package ballast.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// One thread appends while others force and read.
final class JournalThreadsTest {
    private static final int BLOCKS = 400;

    @Test
    void forcesEverythingThatWasAppendedBeforeTheCall() throws Exception {
        List<JournalBlock> blocks = Blocks.chain(BLOCKS);
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = Journals.open(disk);
                ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Callable<Long> forcing = () -> {
                long forced = 0;
                while (forced < BLOCKS) {
                    long before = journal.height();
                    journal.force();
                    forced = before;
                    SimulatedDisk left = disk.afterPowerCut(new Random(forced));
                    try (Journal survivor = Journals.open(left, forced)) {
                        assertThat(survivor.height()).isGreaterThanOrEqualTo(forced);
                    }
                }
                return forced;
            };
            Callable<Long> reading = () -> {
                List<Hash> hashes = Journals.hashes(blocks);
                Random random = new Random(1);
                long height = 0;
                while (height < BLOCKS) {
                    height = journal.height();
                    if (height > 0) {
                        int any = 1 + random.nextInt((int) height);
                        assertThat(Blocks.text(journal.read(any))).isEqualTo(Blocks.text(blocks.get(any - 1)));
                        assertThat(journal.hashAt(height)).isEqualTo(hashes.get((int) height - 1));
                    }
                }
                return height;
            };
            List<Future<Long>> results = new ArrayList<>();
            results.add(threads.submit(forcing));
            results.add(threads.submit(forcing));
            results.add(threads.submit(reading));
            blocks.forEach(journal::append);
            for (Future<Long> result : results) {
                assertThat(result.get()).isEqualTo(BLOCKS);
            }
        }
    }
}
