package ballast.client;

import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.publicapi.v1.DryRunResponse;
import ballast.types.publicapi.v1.GetAccountRequest;
import ballast.types.publicapi.v1.GetAccountResponse;
import ballast.types.publicapi.v1.GetBalancesRequest;
import ballast.types.publicapi.v1.GetTransactionRequest;
import ballast.types.publicapi.v1.GetTransactionResponse;
import ballast.types.publicapi.v1.ListAccountsRequest;
import ballast.types.publicapi.v1.ListEntriesRequest;
import ballast.types.publicapi.v1.ListTransactionsRequest;
import ballast.types.publicapi.v1.SumBalancesRequest;
import ballast.types.publicapi.v1.TransactRequest;
import com.google.protobuf.MessageLite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/// The calls that answer later. Thread-safe.
///
/// Every stage ends with an answer or a [ClientException], at the deadline at the latest. A refused transaction is
/// an answer.
public final class AsyncBallastClient {
    private final Line line;
    private final Batcher batcher;
    private final Supplier<UUID> ids;
    private final Terms terms;

    /// What holds for the calls of one view of a client.
    record Terms(Duration deadline, Consistency consistency) {}

    AsyncBallastClient(Line line, Batcher batcher, Supplier<UUID> ids, Terms terms) {
        this.line = line;
        this.batcher = batcher;
        this.ids = ids;
        this.terms = terms;
    }

    /// The same client with another deadline for each call.
    public AsyncBallastClient within(Duration deadline) {
        return new AsyncBallastClient(line, batcher, ids, new Terms(deadline, terms.consistency()));
    }

    /// The same client with another freshness of reads.
    public AsyncBallastClient reading(Consistency consistency) {
        return new AsyncBallastClient(line, batcher, ids, new Terms(terms.deadline(), consistency));
    }

    /// Does a transaction, whole or not at all, once for each id. Calls that come while others are under way share
    /// their way to the server.
    public CompletionStage<Outcome> transact(Transaction transaction) {
        var id = transaction.id().orElseGet(ids);
        var bytes = TransactionEncoding.message(id, transaction).toByteArray();
        var single = new Batcher.Single(id, bytes, line.headers(), deadlineNanos());
        try {
            line.enter(1, single.deadlineNanos());
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
        return batcher.add(single);
    }

    /// Does 1 to 8,190 transactions in one call, in order, each with a fate of its own.
    public CompletionStage<List<Outcome>> transactBatch(List<Transaction> transactions) {
        return transact(prepare(transactions)).thenApply(BatchResult::outcomes);
    }

    /// Serializes 1 to 8,190 transactions, drawing an id for each that has none.
    public PreparedBatch prepare(List<Transaction> transactions) {
        var keys = new ArrayList<UUID>(transactions.size());
        var bytes = new ArrayList<byte[]>(transactions.size());
        for (var transaction : transactions) {
            var id = transaction.id().orElseGet(ids);
            keys.add(id);
            bytes.add(TransactionEncoding.message(id, transaction).toByteArray());
        }
        return new PreparedBatch(keys, BatchBytes.of(bytes));
    }

    public CompletionStage<BatchResult> transact(PreparedBatch batch) {
        var answer =
                called(Rpc.TRANSACT_BATCH, batch.bytes(), batch.size(), bytes -> new BatchResult(batch.ids(), bytes));
        return translated(answer, failure -> Failures.ofTransactions(failure, batch.ids()));
    }

    /// What would become of a transaction now. Changes nothing. The outcome has the position that it would have had.
    public CompletionStage<Reading<Outcome>> dryRun(Transaction transaction) {
        var id = transaction.id().orElseGet(ids);
        var request = TransactRequest.newBuilder()
                .setTransaction(TransactionEncoding.message(id, transaction))
                .build();
        return read(Rpc.DRY_RUN, request, bytes -> {
            var message = DryRunResponse.parseFrom(bytes);
            return new Reading<>(message.getPosition(), OutcomeDecoding.outcome(id, message.getOutcome()));
        });
    }

    /// What became of a transaction; empty if there is none with this id.
    public CompletionStage<Optional<Found.ById>> find(UUID id) {
        var request = GetTransactionRequest.newBuilder()
                .setId(Words.bytes(id))
                .setConsistency(consistency())
                .build();
        var answer = called(
                Rpc.GET_TRANSACTION,
                request.toByteArray(),
                1,
                bytes -> Optional.of(AnswerDecoding.found(GetTransactionResponse.parseFrom(bytes))
                        .value()));
        return translated(
                answer.exceptionallyCompose(
                        failure -> Failures.fault(failure).fault().kind() == Fault.Kind.NOT_FOUND
                                ? CompletableFuture.completedFuture(Optional.empty())
                                : CompletableFuture.failedFuture(failure)),
                Failures::ofRead);
    }

    /// Every asset of an address, now.
    public CompletionStage<Reading<List<Account>>> account(String address) {
        return accounts(address, "");
    }

    /// One account, now. One that nobody has used has zeros and the version 0.
    public CompletionStage<Reading<Account>> account(String address, String asset) {
        return accounts(address, asset).thenApply(reading -> {
            if (reading.value().isEmpty()) {
                throw new ClientException.UnreachableException("the answer is broken: no account in it");
            }
            return new Reading<>(reading.position(), reading.value().getFirst());
        });
    }

    /// The counters of an address as they were.
    public CompletionStage<Reading<List<Found.AccountBalances>>> balances(Query.BalancesOf query) {
        var request = GetBalancesRequest.newBuilder()
                .setQuery(QueryEncoding.message(query))
                .setConsistency(consistency())
                .build();
        return read(Rpc.GET_BALANCES, request, bytes -> AnswerDecoding.balances(ReadBalancesResponse.parseFrom(bytes)));
    }

    /// Accounts by the beginning of their address, a page at a time.
    public CompletionStage<Page<Found.AccountBalances, Query.Accounts>> accounts(Query.Accounts query) {
        var request = ListAccountsRequest.newBuilder()
                .setQuery(QueryEncoding.message(query))
                .setConsistency(consistency())
                .build();
        return read(
                Rpc.LIST_ACCOUNTS,
                request,
                bytes -> AnswerDecoding.accounts(query, ListAccountsResponse.parseFrom(bytes)));
    }

    /// Entries of one account, a page at a time.
    public CompletionStage<Page<Found.HistoryEntry, Query.Entries>> entries(Query.Entries query) {
        var request = ListEntriesRequest.newBuilder()
                .setQuery(QueryEncoding.message(query))
                .setConsistency(consistency())
                .build();
        return read(
                Rpc.LIST_ENTRIES,
                request,
                bytes -> AnswerDecoding.entries(query, ListEntriesResponse.parseFrom(bytes)));
    }

    /// Transactions that match a filter, a page at a time.
    public CompletionStage<Page<RecordedTransaction, Query.Transactions>> transactions(Query.Transactions query) {
        var request = ListTransactionsRequest.newBuilder()
                .setQuery(QueryEncoding.message(query))
                .setConsistency(consistency())
                .build();
        return read(
                Rpc.LIST_TRANSACTIONS,
                request,
                bytes -> AnswerDecoding.transactions(query, ListTransactionsResponse.parseFrom(bytes)));
    }

    /// Sums by the beginning of the address, one for each asset.
    public CompletionStage<Reading<List<Found.AssetSum>>> sums(Query.Sums query) {
        var request = SumBalancesRequest.newBuilder()
                .setQuery(QueryEncoding.message(query))
                .setConsistency(consistency())
                .build();
        return read(Rpc.SUM_BALANCES, request, bytes -> AnswerDecoding.sums(SumBalancesResponse.parseFrom(bytes)));
    }

    /// The sums over all accounts: of every asset, debits equal credits.
    public CompletionStage<Reading<List<Found.AssetSum>>> trialBalance() {
        return sums(Query.Sums.startingWith(""));
    }

    /// Every transaction in order from a position on, without end and without a gap: a connection that is lost is
    /// made again, and the stream goes on where it was. Each subscriber has a stream of its own. It ends with an
    /// error only if the server does not take the request, or the client is closed.
    ///
    /// @param from the first position wanted, from 1; one more than the last one seen
    public Flow.Publisher<RecordedTransaction> watch(long from) {
        if (from < 1) {
            throw new IllegalArgumentException("from is %d (at least: 1)".formatted(from));
        }
        return subscriber -> new WatchSubscription(line, subscriber, from).begin();
    }

    private CompletionStage<Reading<List<Account>>> accounts(String address, String asset) {
        var request = GetAccountRequest.newBuilder()
                .setAccount(address)
                .setAsset(asset)
                .setConsistency(consistency())
                .build();
        return read(Rpc.GET_ACCOUNT, request, bytes -> AnswerDecoding.accounts(GetAccountResponse.parseFrom(bytes)));
    }

    private <A> CompletionStage<A> read(Rpc rpc, MessageLite request, Attempts.Decoder<A> decoder) {
        return translated(called(rpc, request.toByteArray(), 1, decoder), Failures::ofRead);
    }

    /// @param weight how many calls it counts for
    private <A> CompletableFuture<A> called(Rpc rpc, byte[] request, int weight, Attempts.Decoder<A> decoder) {
        var sent = new Wire.Request(rpc, request, line.headers());
        long deadline = deadlineNanos();
        int room = Math.min(weight, line.limits().callsMax());
        try {
            line.enter(room, deadline);
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
        return Attempts.of(line, new Attempts.Request<>(sent, decoder, deadline))
                .whenComplete((answer, failure) -> line.leave(room));
    }

    private static <A> CompletionStage<A> translated(
            CompletableFuture<A> answer, Function<FaultException, ClientException> name) {
        return answer.exceptionallyCompose(failure -> {
            var cause = Failures.cause(failure);
            return CompletableFuture.failedFuture(
                    cause instanceof ClientException known ? known : name.apply(Failures.fault(failure)));
        });
    }

    private ballast.types.virtualmachine.v1.Consistency consistency() {
        return switch (terms.consistency()) {
            case STRICT -> ballast.types.virtualmachine.v1.Consistency.CONSISTENCY_STRICT;
            case LOCAL -> ballast.types.virtualmachine.v1.Consistency.CONSISTENCY_LOCAL;
        };
    }

    private long deadlineNanos() {
        return line.nanos() + terms.deadline().toNanos();
    }
}
