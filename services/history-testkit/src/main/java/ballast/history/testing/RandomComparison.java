package ballast.history.testing;

import ballast.types.history.v1.History;
import java.util.Optional;

/// Asks a history whatever can be asked, by chance, and a scan of the same transactions the same.
public final class RandomComparison {
    private final HistoryDriver history;
    private final HistoryDriver scan;
    private final RandomQuestions questions;

    /// @param everything that is in the history
    /// @param newestMillis the time of the last transaction
    public RandomComparison(History history, InMemoryHistory everything, long seed, long newestMillis) {
        this.history = new HistoryDriver(history);
        this.scan = new HistoryDriver(everything);
        this.questions = new RandomQuestions(seed, everything.position(), newestMillis);
    }

    /// What differs about transactions by a filter, if anything.
    public Optional<String> transactions() {
        var request = questions.transactions();
        var atOnce = request.toBuilder().setLimit(1_000).build();
        return difference(request, history.transactions(request), scan.transactions(atOnce));
    }

    /// What differs about the entries of an account.
    public Optional<String> entries() {
        var request = questions.entries();
        var atOnce = request.toBuilder().setLimit(1_000).build();
        return difference(request, history.entries(request), scan.entries(atOnce));
    }

    /// What differs about accounts by the beginning of their address.
    public Optional<String> accounts() {
        var request = questions.accounts();
        var atOnce = request.toBuilder().setLimit(1_000).build();
        return difference(request, history.accounts(request), scan.accounts(atOnce));
    }

    /// What differs about the balances of an address.
    public Optional<String> balances() {
        var request = questions.balances();
        return difference(request, history.balances(request), scan.balances(request));
    }

    /// What differs about sums.
    public Optional<String> sums() {
        var request = questions.sums();
        return difference(request, history.sums(request), scan.sums(request));
    }

    private static Optional<String> difference(Object request, Object answer, Object scanned) {
        return answer.equals(scanned)
                ? Optional.empty()
                : Optional.of("%s is answered with %s, and a scan finds %s".formatted(request, answer, scanned));
    }
}
