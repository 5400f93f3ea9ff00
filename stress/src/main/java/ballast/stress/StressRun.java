package ballast.stress;

import java.io.Console;
import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;

/// A stress run from start to verdict: read all balances, load, read all balances, compare.
///
/// Balances are compared by what they changed, so a run may follow another on the same server; nobody else may use its
/// accounts meanwhile.
public final class StressRun {
    private final StressOptions options;
    private final PrintStream out;
    private final Tally tally = new Tally();

    private StressRun(StressOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /// Runs and prints; the exit status of a command: 0 when everything is right, 1 otherwise.
    ///
    /// @throws InterruptedException when the calling thread is interrupted; there is no verdict then
    public static int run(StressOptions options, PrintStream out) throws InterruptedException {
        return measure(options, out).passed() ? 0 : 1;
    }

    /// Runs, prints, and gives everything that was found.
    public static StressResult measure(StressOptions options, PrintStream out) throws InterruptedException {
        var report = new StressReport(options, out);
        report.start();
        StressResult result = new StressRun(options, out).measure();
        report.end(result);
        return result;
    }

    private StressResult measure() throws InterruptedException {
        List<BigInteger> before = readBalances();
        if (tally.balancesFailed.sum() > 0) {
            return result(0, 0, before, before, new OwnLedger(options.users()));
        }
        var ledger = new OwnLedger(options.users());
        var progress = new Progress(out, onTerminal(out));
        long start = System.nanoTime();
        List<String> violations = switch (options.mode()) {
            case SEEDED -> {
                var work = new SeededTransfers(options, ledger, tally);
                workers().run(work, progress);
                yield work.violations(before);
            }
            case MIXED -> {
                workers().run(new MixedRequests(options, ledger, tally), progress);
                yield List.of();
            }
        };
        long nanos = System.nanoTime() - start;
        violations.forEach(tally::trouble);
        return result(nanos, violations.size(), before, readBalances(), ledger);
    }

    private List<BigInteger> readBalances() throws InterruptedException {
        var reads = new BalanceReads(options, tally);
        workers().run(reads, _ -> {});
        return reads.balances();
    }

    private Workers workers() {
        return new Workers(options.url(), options.concurrency(), tally.repeats);
    }

    private StressResult result(
            long loadNanos, int wrongAnswers, List<BigInteger> before, List<BigInteger> after, OwnLedger ledger) {
        var counts = new StressResult.Counts(
                tally.latency.count(),
                tally.acknowledged.sum(),
                tally.refused.sum(),
                tally.unknown.sum(),
                tally.repeats.sum(),
                tally.balancesRead.sum(),
                tally.balancesFailed.sum(),
                wrongAnswers);
        return new StressResult(
                counts,
                loadNanos,
                tally.latency.quantileNanos(0.50),
                tally.latency.quantileNanos(0.99),
                sum(after).subtract(sum(before)),
                ledger.differences(options, before, after),
                tally.troubles());
    }

    private static BigInteger sum(List<BigInteger> balances) {
        return balances.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    @SuppressWarnings("SystemConsoleNull") // the JDK's contract allows null, whatever today's JDK returns
    private static boolean onTerminal(PrintStream out) {
        Console console = System.console();
        return out.equals(System.out) && console != null && console.isTerminal();
    }
}
