package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.guard.FailPoints;
import ballast.journal.Journal;
import ballast.journal.JournalOptions;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.statestorage.v1.StateStorage;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Random;

/// Measures how many transfers a second go through execution, a real journal and a state, without the log.
///
/// Arguments: transactions a block, blocks, accounts. Prints one line for each of five rounds; the first ones
/// warm up.
final class ExecutionMeasure {
    private static final int ROUNDS = 5;
    private static final int SEED = 7;

    private ExecutionMeasure() {}

    public static void main(String[] arguments) throws IOException {
        int blockSize = Integer.parseInt(arguments[0]);
        int blocks = Integer.parseInt(arguments[1]);
        int accounts = Integer.parseInt(arguments[2]);
        measure("in memory", new InMemoryStateStorage(), blockSize, blocks, accounts);
    }

    static void measure(String name, StateStorage storage, int blockSize, int blocks, int accounts) throws IOException {
        var folder = Files.createTempDirectory("execution-measure");
        try (var journal = Journal.open(folder, JournalOptions.defaults(), FailPoints.disarmed())) {
            var outside = new Outside(
                    new StateAccess(storage, 10_000, SEED),
                    History.of(journal),
                    InstantSource.system(),
                    Runnable::run,
                    FailPoints.disarmed());
            var applier = BlockApplier.recover(outside);
            var random = new Random(SEED);
            long sequence = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                var entries = new ArrayList<ByteBuffer>();
                for (int block = 0; block < blocks; block++) {
                    sequence++;
                    entries.add(entry(sequence, blockSize, accounts, random));
                }
                long begin = System.nanoTime();
                long cpuBegin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                for (var entry : entries) {
                    applier.apply(new LogPosition(1, applier.tip().height() + 1), Block.decoded(entry));
                }
                double seconds = (System.nanoTime() - begin) / 1e9;
                double cpuSeconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpuBegin) / 1e9;
                System.out.printf(
                        "%s, blocks of %d, %d accounts, round %d: %,.0f transfers/s, %,.0f/s of its CPU time%n",
                        name,
                        blockSize,
                        accounts,
                        round,
                        blocks * (double) blockSize / seconds,
                        blocks * (double) blockSize / cpuSeconds);
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static ByteBuffer entry(long sequence, int blockSize, int accounts, Random random) {
        var transactions = new ArrayList<ByteString>(blockSize);
        for (int index = 0; index < blockSize; index++) {
            var transfer = Messages.transfer(
                    "user:" + random.nextInt(accounts), "user:" + random.nextInt(accounts), 1 + random.nextInt(1000));
            transactions.add(Messages.transaction(Messages.id(sequence * blockSize + index), transfer)
                    .toByteString());
        }
        return new Block(1, sequence, 1_700_000_000_000L + sequence, false, transactions).encoded();
    }
}
