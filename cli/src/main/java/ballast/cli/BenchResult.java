package ballast.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;

/// What a benchmark has found.
///
/// @param elapsedNanos from the first batch until history had the last
/// @param historyNanos the end of it: from the last answer on
/// @param clientCpu processor time of this process meanwhile
/// @param nodeCpu processor time of the server's process meanwhile, if it is known
record BenchResult(
        BenchRun.Sent sent,
        long elapsedNanos,
        long historyNanos,
        Optional<Duration> clientCpu,
        Optional<Duration> nodeCpu,
        boolean isBalanced) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    boolean isSound() {
        return isBalanced && sent.refused() == 0;
    }

    long perSecond() {
        return Math.round((sent.committed() + sent.refused()) * NANOS_PER_SECOND / elapsedNanos);
    }

    /// The latency of a batch that `percent` of them do not exceed.
    double latencyMillis(int percent) {
        var sorted = sent.latencies();
        int rank = Math.max(1, (int) Math.ceil(sorted.size() * percent / 100.0));
        return sorted.get(rank - 1) / NANOS_PER_MILLI;
    }

    void print(PrintWriter out, BenchSettings settings) {
        out.printf("machine        %s%n", Machine.facts());
        out.printf(
                "settings       accounts %d, transfers %d, batch %d, in flight %d, holds %d %%, warm-up %d, seed %d%n",
                settings.accounts(),
                settings.transfers(),
                settings.batch(),
                settings.inFlight(),
                settings.holdsPercent(),
                settings.warmUp(),
                settings.seed());
        out.println("before clock   accounts opened, warm-up, every batch drawn and serialized");
        out.println("inside clock   sending, every answer received and counted, history index at the last position");
        out.printf("transfers/s    %d%n", perSecond());
        out.printf(
                "batch latency  p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                latencyMillis(50), latencyMillis(99), latencyMillis(100));
        out.printf(
                "elapsed        %.3f s, of which history after the last answer %.3f s%n",
                elapsedNanos / NANOS_PER_SECOND, historyNanos / NANOS_PER_SECOND);
        out.printf("processor      client %s, node %s a transfer%n", perTransfer(clientCpu), perTransfer(nodeCpu));
        out.printf("outcomes       committed %d, refused %d%n", sent.committed(), sent.refused());
        out.printf("trial balance  %s%n", isBalanced ? "zero" : "NOT ZERO");
        out.flush();
    }

    private String perTransfer(Optional<Duration> cpu) {
        return cpu.map(time -> "%.2f µs".formatted(time.toNanos() / 1e3 / (sent.committed() + sent.refused())))
                .orElse("unknown");
    }
}
