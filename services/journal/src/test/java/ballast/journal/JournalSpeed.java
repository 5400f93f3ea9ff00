package ballast.journal;

import ballast.guard.FailPoints;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Prints how fast blocks are appended, forced, proven and read on this machine. To be run by hand.
///
/// Arguments: a directory that does not exist yet, and how many MiB to write (default: 1024).
final class JournalSpeed {
    private static final int TRANSACTION_BYTES = 128;
    private static final int OUTCOME_BYTES = 40;

    private JournalSpeed() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        long bytes = (args.length > 1 ? Long.parseLong(args[1]) : 1024) << 20;
        for (int entries : new int[] {8190, 64}) {
            for (int round = 1; round <= 2; round++) {
                System.out.printf("%d entries a block, round %d%n", entries, round);
                run(directory, entries, bytes);
                delete(directory);
            }
        }
    }

    private static void run(Path directory, int entries, long bytes) {
        List<JournalEntry> content = entries(entries);
        long blockBytes = 140L + entries * (8L + TRANSACTION_BYTES + OUTCOME_BYTES);
        long blocks = bytes / blockBytes;
        try (Journal journal = open(directory)) {
            Watch appending = new Watch();
            for (long height = 1; height <= blocks; height++) {
                journal.append(new JournalBlock(height, height, journal.lastPosition() + 1, content, Hash.ZERO));
            }
            appending.print("append", blocks, bytes);
            Watch forcing = new Watch();
            journal.force();
            forcing.print("force the rest", 1, 0);
            Watch reading = new Watch();
            Random random = new Random(1);
            int reads = 200;
            for (int i = 0; i < reads; i++) {
                journal.read(1 + random.nextLong(blocks));
            }
            reading.print("read one block", reads, reads * blockBytes);
        }
        Watch opening = new Watch();
        open(directory).close();
        opening.print("open and prove", blocks, bytes);
        Watch verifying = new Watch();
        Journal.verify(directory, (block, hash) -> {});
        verifying.print("verify with a visitor", blocks, bytes);
    }

    private static Journal open(Path directory) {
        return Journal.open(directory, JournalOptions.defaults(), FailPoints.disarmed());
    }

    private static List<JournalEntry> entries(int count) {
        Random random = new Random(1);
        List<JournalEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] transaction = new byte[TRANSACTION_BYTES];
            byte[] outcome = new byte[OUTCOME_BYTES];
            random.nextBytes(transaction);
            random.nextBytes(outcome);
            entries.add(new JournalEntry(transaction, outcome));
        }
        return List.copyOf(entries);
    }

    /// Time that passed, and time that this thread had a processor: on a busy machine only the second means much.
    private static final class Watch {
        private final long startNanos = System.nanoTime();
        private final long startCpuNanos = cpuNanos();

        void print(String what, long blocks, long bytes) {
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            double cpuSeconds = (cpuNanos() - startCpuNanos) / 1e9;
            System.out.printf(
                    "  %-22s %6.0f MB/s %7.0f blocks/s %8.1f ms; by processor time %6.0f MB/s %7.0f blocks/s%n",
                    what,
                    bytes / 1e6 / seconds,
                    blocks / seconds,
                    seconds * 1e3,
                    bytes / 1e6 / cpuSeconds,
                    blocks / cpuSeconds);
        }

        private static long cpuNanos() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
