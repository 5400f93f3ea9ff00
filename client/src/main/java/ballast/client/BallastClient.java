package ballast.client;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/// A client of one server. Thread-safe; one for a whole application is right, because concurrent calls then share
/// their way.
///
/// ```java
/// try (var ballast = BallastClient.at(URI.create("http://127.0.0.1:8080")).open()) {
///     switch (ballast.transact(Transaction.transfer("alice", "bob", "EUR/2", 1_250))) {
///         case Outcome.Committed committed -> System.out.println("at position " + committed.position());
///         case Outcome.Refused refused -> System.out.println("refused: " + refused.reason());
///     }
/// }
/// ```
///
/// Every call waits for its answer and throws [ClientException] when there is none by its deadline. A call that
/// fails in passing is repeated until then, always with the same id, so that it can never happen twice.
public final class BallastClient implements AutoCloseable {
    private final AsyncBallastClient calls;
    private final AutoCloseable resources;

    /// @param resources closed with this client
    BallastClient(AsyncBallastClient calls, AutoCloseable resources) {
        this.calls = calls;
        this.resources = resources;
    }

    /// Begins a client of the server at an address.
    ///
    /// @param address `http://HOST:PORT`
    public static ClientBuilder at(URI address) {
        return new ClientBuilder(address);
    }

    /// The same calls, answered later.
    public AsyncBallastClient async() {
        return calls;
    }

    /// The same client with another deadline for each call. Closing either closes both.
    public BallastClient within(Duration deadline) {
        return new BallastClient(calls.within(deadline), resources);
    }

    /// The same client with another freshness of reads. Closing either closes both.
    public BallastClient reading(Consistency consistency) {
        return new BallastClient(calls.reading(consistency), resources);
    }

    /// Does a transaction, whole or not at all, once for each id.
    public Outcome transact(Transaction transaction) {
        return await(calls.transact(transaction));
    }

    /// Does 1 to 8,190 transactions in one call, in order, each with a fate of its own.
    public List<Outcome> transactBatch(List<Transaction> transactions) {
        return await(calls.transactBatch(transactions));
    }

    /// Serializes 1 to 8,190 transactions, drawing an id for each that has none.
    public PreparedBatch prepare(List<Transaction> transactions) {
        return calls.prepare(transactions);
    }

    public BatchResult transact(PreparedBatch batch) {
        return await(calls.transact(batch));
    }

    /// What would become of a transaction now. Changes nothing.
    public Reading<Outcome> dryRun(Transaction transaction) {
        return await(calls.dryRun(transaction));
    }

    /// What became of a transaction; empty if there is none with this id.
    public Optional<Found.ById> find(UUID id) {
        return await(calls.find(id));
    }

    /// Every asset of an address, now.
    public Reading<List<Account>> account(String address) {
        return await(calls.account(address));
    }

    /// One account, now. One that nobody has used has zeros and the version 0.
    public Reading<Account> account(String address, String asset) {
        return await(calls.account(address, asset));
    }

    /// The counters of an address as they were.
    public Reading<List<Found.AccountBalances>> balances(Query.BalancesOf query) {
        return await(calls.balances(query));
    }

    /// Accounts by the beginning of their address, a page at a time.
    public Page<Found.AccountBalances, Query.Accounts> accounts(Query.Accounts query) {
        return await(calls.accounts(query));
    }

    /// Entries of one account, a page at a time.
    public Page<Found.HistoryEntry, Query.Entries> entries(Query.Entries query) {
        return await(calls.entries(query));
    }

    /// Transactions that match a filter, a page at a time.
    public Page<RecordedTransaction, Query.Transactions> transactions(Query.Transactions query) {
        return await(calls.transactions(query));
    }

    /// Sums by the beginning of the address, one for each asset.
    public Reading<List<Found.AssetSum>> sums(Query.Sums query) {
        return await(calls.sums(query));
    }

    /// The sums over all accounts: of every asset, debits equal credits.
    public Reading<List<Found.AssetSum>> trialBalance() {
        return await(calls.trialBalance());
    }

    /// As [AsyncBallastClient#watch].
    public Flow.Publisher<RecordedTransaction> watch(long from) {
        return calls.watch(from);
    }

    /// The same stream, taken one at a time by a thread that waits.
    public Changes changes(long from) {
        return Changes.of(calls.watch(from));
    }

    /// Calls under way fail. Idempotent.
    @Override
    public void close() {
        try {
            resources.close();
        } catch (Exception e) {
            throw new IllegalStateException("closing the client failed", e);
        }
    }

    /// An interrupt does not end the wait: whoever leaves early would not know what became of the call. Its deadline
    /// does.
    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ClientException known) {
                throw known;
            }
            throw e;
        }
    }
}
