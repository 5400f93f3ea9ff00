package ballast.e2e.chaos;

import ballast.e2e.history.PositionHistory;
import ballast.e2e.history.ReadRecord;
import ballast.e2e.history.TransferRecord;
import ballast.e2e.history.Violation;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// All clients of one data folder over all the lives of its servers, and the verdict on what they were told.
final class Callers {
    private final List<Caller> callers;

    Callers(long seed, int count) {
        var random = new SplittableRandom(seed);
        this.callers =
                Stream.generate(() -> new Caller(random.split())).limit(count).toList();
    }

    /// Starts all callers on a server.
    Load call(URI url) {
        return Load.start(url, callers);
    }

    /// Ends the history on a server that stays alive: every open transfer gets its answer, every answered one is asked
    /// for again, and then every balance is read.
    ///
    /// @return the balances, which nothing changes any more
    List<BigInteger> settle(URI url) throws InterruptedException {
        Load.each(url, callers, Caller::resolve);
        if (callers.stream().anyMatch(caller -> caller.openNow() > 0)) {
            throw new AssertionError("a server that works left a transfer undecided");
        }
        Load.each(url, callers, Caller::repeatAll);
        Caller reader = callers.getFirst();
        int before = reader.reads().size();
        Load.each(url, List.of(reader), (caller, client) -> {
            for (String account : accounts()) {
                caller.read(client, account);
            }
        });
        return reader.reads().stream().skip(before).map(ReadRecord::balance).toList();
    }

    List<Violation> violations() {
        return PositionHistory.violations(
                transfers().toList(),
                callers.stream().flatMap(caller -> caller.reads().stream()).toList());
    }

    /// How many transfers were answered so far, each counted once.
    long answered() {
        return transfers().map(TransferRecord::transfer).distinct().count();
    }

    /// How often a server died instead of answering a transfer; each was asked for again until it had an answer.
    int unanswered() {
        return callers.stream().mapToInt(Caller::unanswered).sum();
    }

    /// Answers to transfers that had been answered before.
    int repeated() {
        return callers.stream().mapToInt(Caller::repeated).sum();
    }

    int reads() {
        return callers.stream().mapToInt(caller -> caller.reads().size()).sum();
    }

    static List<String> accounts() {
        List<String> accounts = new ArrayList<>(Caller.WHALES);
        IntStream.range(0, Caller.USERS).mapToObj(user -> "user:" + user).forEach(accounts::add);
        return accounts;
    }

    private Stream<TransferRecord> transfers() {
        return callers.stream().flatMap(caller -> caller.transfers().stream());
    }
}
