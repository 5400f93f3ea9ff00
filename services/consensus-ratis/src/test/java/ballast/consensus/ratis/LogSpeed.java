package ballast.consensus.ratis;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.consensus.ReplicatedStateMachine;
import ballast.consensus.testing.ForwardingStateMachine;
import ballast.consensus.testing.RecordingStateMachine;
import ballast.guard.FailPoints;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Prints how fast entries become durable and are delivered, beside what the disk alone can do.
///
/// Run with the module's test class path and a directory on the disk in question as the argument. One thread
/// proposes in the log's process and keeps so many entries in flight; a figure is of three seconds after one of
/// warm-up.
final class LogSpeed {
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long RUN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int SAMPLES_MAX = 1_000_000;
    private static final PrintStream OUT = System.out;

    private final long[] nanos = new long[SAMPLES_MAX];
    private final RatisOptions options;
    private int samples;

    private LogSpeed(RatisOptions options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory(Path.of(arguments.length > 0 ? arguments[0] : "."), "log-speed");
        RatisOptions options = arguments.length > 1
                ? RatisOptions.defaults().withSegmentBytesMax(Long.parseLong(arguments[1]) << 20)
                : RatisOptions.defaults();
        try {
            OUT.printf("%-34s %10s %9s %9s %9s%n", "", "entries/s", "MB/s", "p50 us", "p99 us");
            for (int bytes : new int[] {128, 64 << 10}) {
                new LogSpeed(options).force(directory, bytes);
                new LogSpeed(options).propose(directory, bytes, 1);
                new LogSpeed(options).propose(directory, bytes, 4);
                new LogSpeed(options).propose(directory, bytes, 16);
            }
        } finally {
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /// The disk alone: one write into zeros and one force an entry.
    private void force(Path directory, int bytes) throws IOException {
        byte[] entry = random(bytes);
        try (FileChannel file =
                FileChannel.open(directory.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int megabytes = 0; megabytes < 256; megabytes++) {
                file.write(ByteBuffer.allocate(1 << 20));
            }
            file.force(true);
            long begun = System.nanoTime();
            long position = 0;
            for (long now = begun; now - begun < WARM_UP_NANOS + RUN_NANOS; ) {
                file.write(ByteBuffer.wrap(entry), position);
                file.force(false);
                position = (position + bytes) % (255 << 20);
                long done = System.nanoTime();
                sample(begun, now, done);
                now = done;
            }
        }
        print("disk alone, %d B".formatted(bytes), bytes);
    }

    private void propose(Path directory, int bytes, int inFlight) throws InterruptedException {
        Semaphore free = new Semaphore(inFlight);
        byte[] entry = random(bytes);
        Path home = directory.resolve("log-%d-%d".formatted(bytes, inFlight));
        ReplicatedStateMachine silent = new ForwardingStateMachine(RecordingStateMachine.blank()) {
            @Override
            public void deliver(LogPosition position, ByteBuffer it) {}
        };
        try (RatisReplicatedLog log = RatisReplicatedLog.open(home, options, silent, FailPoints.disarmed())) {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < WARM_UP_NANOS + RUN_NANOS) {
                free.acquire();
                long proposed = System.nanoTime();
                var _ = log.propose(ByteBuffer.wrap(entry)).thenAccept(outcome -> {
                    if (!(outcome instanceof Proposal.Committed)) {
                        throw new IllegalStateException(outcome.toString());
                    }
                    sample(begun, proposed, System.nanoTime());
                    free.release();
                });
            }
            free.acquire(inFlight);
        }
        print("log, %d B, %d in flight".formatted(bytes, inFlight), bytes);
    }

    private void sample(long begun, long from, long to) {
        if (from - begun > WARM_UP_NANOS && samples < SAMPLES_MAX) {
            nanos[samples++] = to - from;
        }
    }

    private void print(String what, int bytes) {
        Arrays.sort(nanos, 0, samples);
        double perSecond = samples / (RUN_NANOS / 1e9);
        OUT.printf(
                "%-34s %10.0f %9.1f %9.0f %9.0f%n",
                what,
                perSecond,
                perSecond * bytes / 1e6,
                nanos[samples / 2] / 1e3,
                nanos[(int) (samples * 0.99)] / 1e3);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
