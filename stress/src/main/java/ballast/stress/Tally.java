package ballast.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/// Counts what became of the requests of a run, and keeps the first few troubles in words.
///
/// Thread-safe: counters are atomic, the list is guarded by itself.
final class Tally {
    static final int TROUBLES_MAX = 20;

    final LongAdder acknowledged = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final LongAdder balancesRead = new LongAdder();
    final LongAdder balancesFailed = new LongAdder();
    final LongAdder repeats = new LongAdder();
    final LatencyHistogram latency = new LatencyHistogram();
    private final List<String> troubles = new ArrayList<>();

    void count(Fate fate) {
        switch (fate) {
            case Fate.Acknowledged _ -> acknowledged.increment();
            case Fate.Refused(String reply) -> {
                refused.increment();
                trouble("refused: " + reply);
            }
            case Fate.Unknown(String last) -> {
                unknown.increment();
                trouble("unknown: " + last);
            }
        }
    }

    void trouble(String words) {
        synchronized (troubles) {
            if (troubles.size() < TROUBLES_MAX) {
                troubles.add(words);
            }
        }
    }

    List<String> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }
}
