package ballast.stress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// Prints a run for people.
record StressReport(StressOptions options, PrintStream out) {
    private static final int DIFFERENCES_MAX = 20;

    void start() {
        String what = switch (options.mode()) {
            case SEEDED -> options.transactions() + " transfers";
            case MIXED -> options.seconds() + " s of transfers and balance reads";
        };
        out.printf(
                Locale.ROOT,
                "stress: %s between %d users over %d connections, seed %d, at %s%n",
                what,
                options.users(),
                options.concurrency(),
                options.seed(),
                options.url());
    }

    void end(StressResult result) {
        StressResult.Counts counts = result.counts();
        out.printf(
                Locale.ROOT,
                "transfers: %d acknowledged, %d refused, %d unknown; %d requests repeated%n",
                counts.acknowledged(),
                counts.refused(),
                counts.unknown(),
                counts.repeats());
        out.printf(
                Locale.ROOT,
                "rate: %.0f requests/s over %.1f s; p50 %.2f ms, p99 %.2f ms%n",
                counts.requests() / Math.max(seconds(result.loadNanos()), 1e-9),
                seconds(result.loadNanos()),
                millis(result.p50Nanos()),
                millis(result.p99Nanos()));
        out.printf(
                Locale.ROOT,
                "ledger: %d balances read, %d failed, %d answers wrong, %d balances differ, sum %s%n",
                counts.balancesRead(),
                counts.balancesFailed(),
                counts.wrongAnswers(),
                result.differences().size(),
                result.sum());
        result.differences().stream().limit(DIFFERENCES_MAX).forEach(difference -> out.println("  " + difference));
        result.troubles().forEach(trouble -> out.println("  " + trouble));
        out.println(result.passed() ? "PASSED: every balance is right to the last unit" : "FAILED");
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }

    private static double millis(long nanos) {
        return (double) nanos / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
