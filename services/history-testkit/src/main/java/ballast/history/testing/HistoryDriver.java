package ballast.history.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.History;
import ballast.types.history.v1.HistoryEntry;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks a History and waits for its answers; turns the pages of a listing to its end, and checks on the way that
/// no page is too long and that all show one position.
final class HistoryDriver {
    private static final int SECONDS_MAX = 20;
    private static final int EMPTY_PAGES_MAX = 10_000;

    private final History history;

    HistoryDriver(History history) {
        this.history = history;
    }

    /// A listing from its beginning to its end.
    record Listing<T>(long position, List<T> items) {}

    Listing<RecordedTransaction> transactions(ListTransactionsRequest first) {
        List<RecordedTransaction> items = new ArrayList<>();
        var request = first;
        for (int pages = 0; pages < EMPTY_PAGES_MAX; pages++) {
            var page = answer(history.listTransactions(request));
            assertThat(page.getTransactionsCount()).isLessThanOrEqualTo(first.getLimit());
            items.addAll(page.getTransactionsList());
            if (request.hasAsOf()) {
                assertThat(page.getPosition()).isEqualTo(request.getAsOf());
            }
            if (!page.hasNext()) {
                return new Listing<>(page.getPosition(), items);
            }
            request = request.toBuilder()
                    .setAsOf(page.getPosition())
                    .setAfter(page.getNext())
                    .build();
        }
        throw new AssertionError("no end of pages: " + first);
    }

    Listing<HistoryEntry> entries(ListEntriesRequest first) {
        List<HistoryEntry> items = new ArrayList<>();
        var request = first;
        for (int pages = 0; pages < EMPTY_PAGES_MAX; pages++) {
            var page = answer(history.listEntries(request));
            assertThat(page.getEntriesCount()).isLessThanOrEqualTo(first.getLimit());
            items.addAll(page.getEntriesList());
            if (request.hasAsOf()) {
                assertThat(page.getPosition()).isEqualTo(request.getAsOf());
            }
            if (!page.hasNext()) {
                return new Listing<>(page.getPosition(), items);
            }
            request = request.toBuilder()
                    .setAsOf(page.getPosition())
                    .setAfter(page.getNext())
                    .build();
        }
        throw new AssertionError("no end of pages: " + first);
    }

    Listing<AccountBalances> accounts(ListAccountsRequest first) {
        List<AccountBalances> items = new ArrayList<>();
        var request = first;
        for (int pages = 0; pages < EMPTY_PAGES_MAX; pages++) {
            var page = answer(history.listAccounts(request));
            assertThat(page.getAccountsCount()).isLessThanOrEqualTo(first.getLimit());
            items.addAll(page.getAccountsList());
            if (request.hasAsOf()) {
                assertThat(page.getPosition()).isEqualTo(request.getAsOf());
            }
            if (!page.hasNext()) {
                return new Listing<>(page.getPosition(), items);
            }
            request = request.toBuilder()
                    .setAsOf(page.getPosition())
                    .setAfter(page.getNext())
                    .build();
        }
        throw new AssertionError("no end of pages: " + first);
    }

    ReadBalancesResponse balances(ReadBalancesRequest request) {
        return answer(history.readBalances(request));
    }

    SumBalancesResponse sums(SumBalancesRequest request) {
        return answer(history.sumBalances(request));
    }

    ReadTransactionsResponse piece(ReadTransactionsRequest request) {
        return answer(history.readTransactions(request));
    }

    static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException | ExecutionException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /// What a stage fails with.
    static Throwable failure(CompletionStage<?> stage) {
        try {
            var answer = stage.toCompletableFuture().get(SECONDS_MAX, TimeUnit.SECONDS);
            throw new AssertionError("answered: " + answer);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }
}
