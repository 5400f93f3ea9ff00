package ballast.stress;

import java.math.BigInteger;
import java.util.List;

/// What a run found.
///
/// @param counts what became of the requests
/// @param loadNanos how long the load took, without the readings before and after it
/// @param p50Nanos half of the requests took no longer, repeats included
/// @param p99Nanos 99 of 100 requests took no longer
/// @param sum what the balances of all users changed by together; money that appeared or vanished
/// @param differences balances that are not what the acknowledged transfers make them
/// @param troubles the first few other failures, in words
public record StressResult(
        Counts counts,
        long loadNanos,
        long p50Nanos,
        long p99Nanos,
        BigInteger sum,
        List<Difference> differences,
        List<String> troubles) {
    /// Requests by what became of them.
    ///
    /// @param requests transfers and reads of the load, each counted once
    /// @param wrongAnswers answers that do not fit their position, from servers that tell it
    public record Counts(
            long requests,
            long acknowledged,
            long refused,
            long unknown,
            long repeats,
            long balancesRead,
            long balancesFailed,
            long wrongAnswers) {}

    public StressResult {
        differences = List.copyOf(differences);
        troubles = List.copyOf(troubles);
    }

    /// Whether every request was answered, every balance is right to the last unit, and no money appeared or vanished.
    public boolean passed() {
        return counts.refused == 0
                && counts.unknown == 0
                && counts.balancesFailed == 0
                && counts.wrongAnswers == 0
                && sum.signum() == 0
                && differences.isEmpty();
    }
}
