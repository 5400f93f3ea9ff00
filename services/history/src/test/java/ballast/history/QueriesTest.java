package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.FailPoints;
import ballast.history.testing.InMemoryHistory;
import ballast.history.testing.RandomComparison;
import ballast.history.testing.RandomLedger;
import ballast.journal.Hash;
import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.journal.JournalOptions;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Questions without threads: the same hundred and fifty transactions each time, and the same questions, so many that
/// every branch is reached by them, and none only by questions that differ from run to run.
final class QueriesTest {
    private static final int TRANSACTIONS = 150;
    private static final int QUESTIONS = 150;
    private static final long SEED = 20_261_128;

    /// Pages that look at little, and pages that look at everything.
    private static final List<HistoryOptions> OPTIONS = List.of(
            HistoryOptions.defaults(), HistoryOptions.defaults().withStepsMax(7).withPageBytesMax(2_000));

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final InMemoryHistory everything = new InMemoryHistory();
    private final RandomLedger ledger = new RandomLedger(SEED);
    private Optional<Journal> journal = Optional.empty();
    private Optional<HistoryIndex> index = Optional.empty();

    @BeforeEach
    void open() throws Exception {
        var opened = Journal.open(folder.resolve("journal"), JournalOptions.defaults(), FailPoints.disarmed());
        journal = Optional.of(opened);
        while (everything.position() < TRANSACTIONS) {
            append(opened, 1 + (int) everything.position() % 7);
        }
        var empty = new IndexFolder(folder.resolve("index"), opened, 42).open();
        index = Optional.of(empty);
        try (var scan = opened.scan(1, opened.height())) {
            while (scan.hasNext()) {
                empty.add(scan.next(), scan.place());
            }
        }
    }

    @AfterEach
    void close() throws Exception {
        index.orElseThrow().close();
        journal.orElseThrow().close();
    }

    @Test
    void findsTransactionsByAnyFilter() {
        compare(RandomComparison::transactions);
    }

    @Test
    void findsTheEntriesOfAnAccount() {
        compare(RandomComparison::entries);
    }

    @Test
    void findsAccountsByTheBeginningOfTheirAddress() {
        compare(RandomComparison::accounts);
    }

    @Test
    void findsBalancesAtAnyMoment() {
        compare(RandomComparison::balances);
    }

    @Test
    void findsSumsAtAnyMoment() {
        compare(RandomComparison::sums);
    }

    @Test
    void sumsWithLittleMemory() {
        for (var asOf : new long[] {0, 1, 100, everything.position()}) {
            var request = SumBalancesRequest.newBuilder();
            request.getAsOfBuilder().setPosition(asOf);
            try (var reading = new Reading(index.orElseThrow(), journal.orElseThrow())) {
                assertThat(new BalanceSums(request.build(), reading, 2).answer())
                        .isEqualTo(everything
                                .sumBalances(request.build())
                                .toCompletableFuture()
                                .join());
            }
        }
    }

    private void compare(Function<RandomComparison, Optional<String>> question) {
        for (var options : OPTIONS) {
            var comparison = new RandomComparison(new Direct(options), everything, SEED, ledger.timeMillis());
            for (int asked = 0; asked < QUESTIONS; asked++) {
                assertThat(question.apply(comparison)).isEmpty();
            }
        }
    }

    private void append(Journal to, int count) {
        var entries = new ArrayList<JournalEntry>();
        long firstPosition = everything.position() + 1;
        for (int left = count; left > 0; left--) {
            RecordedTransaction next = ledger.next();
            everything.add(next);
            entries.add(new JournalEntry(
                    next.getTransaction().toByteArray(), next.getOutcome().toByteArray()));
        }
        to.append(new JournalBlock(to.height() + 1, ledger.timeMillis(), firstPosition, entries, Hash.ZERO));
    }

    /// Answers on the thread that asks.
    private final class Direct implements History {
        private final HistoryOptions options;

        Direct(HistoryOptions options) {
            this.options = options;
        }

        @Override
        public CompletionStage<ListTransactionsResponse> listTransactions(ListTransactionsRequest request) {
            TransactionListing.check(request, journal.orElseThrow().lastPosition());
            return answer(reading -> new TransactionListing(request, reading, options).page());
        }

        @Override
        public CompletionStage<ListEntriesResponse> listEntries(ListEntriesRequest request) {
            EntryListing.check(request, journal.orElseThrow().lastPosition());
            return answer(reading -> new EntryListing(request, reading, options).page());
        }

        @Override
        public CompletionStage<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
            BalanceReading.check(request, journal.orElseThrow().lastPosition());
            return answer(reading -> BalanceReading.page(request, reading, options));
        }

        @Override
        public CompletionStage<ReadBalancesResponse> readBalances(ReadBalancesRequest request) {
            BalanceReading.check(request, journal.orElseThrow().lastPosition());
            return answer(reading -> BalanceReading.balances(request, reading));
        }

        @Override
        public CompletionStage<SumBalancesResponse> sumBalances(SumBalancesRequest request) {
            BalanceSums.check(request, journal.orElseThrow().lastPosition());
            return answer(reading -> new BalanceSums(request, reading).answer());
        }

        @Override
        public CompletionStage<ReadTransactionsResponse> readTransactions(ReadTransactionsRequest request) {
            return answer(reading -> ChangeStream.piece(request, reading, options));
        }

        private <T> CompletionStage<T> answer(Function<Reading, T> question) {
            try (var reading = new Reading(index.orElseThrow(), journal.orElseThrow())) {
                return CompletableFuture.completedFuture(question.apply(reading));
            }
        }
    }
}
