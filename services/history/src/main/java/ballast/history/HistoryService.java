package ballast.history;

import ballast.guard.InvalidQueryException;
import ballast.guard.ServiceFailure;
import ballast.journal.Journal;
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
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The past of one journal. `@ThreadSafe`
///
/// Stages complete on threads of this service, which must not be kept. A stage fails with [InvalidQueryException] where
/// a question cannot be meant, and with [ServiceFailure] where it cannot be answered now.
public final class HistoryService implements History, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HistoryService.class.getName());

    private final Journal journal;
    private final HistoryOptions options;
    private final HistoryIndex index;
    private final Arrivals arrivals;
    private final Indexer indexer;
    private final ExecutorService readers;
    private boolean closed;

    private HistoryService(Journal journal, HistoryOptions options, HistoryIndex index) {
        this.journal = journal;
        this.options = options;
        this.index = index;
        this.arrivals = new Arrivals(index.position(), options.questionsMax());
        this.indexer = new Indexer(index, journal, arrivals, options);
        this.readers = new ThreadPoolExecutor(
                options.readThreads(),
                options.readThreads(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(options.questionsMax()),
                Thread.ofPlatform().name("history reader ", 1).factory());
    }

    /// Opens the index in a folder, which is made if need be, and begins to bring it up to date with the journal and to
    /// keep it so. To be closed before the journal.
    ///
    /// @param hashSeed any number that nobody can guess
    /// @throws HistoryException if the folder cannot be read or written
    public static HistoryService open(Path folder, Journal journal, HistoryOptions options, long hashSeed) {
        var index = new IndexFolder(folder, journal, hashSeed).open();
        var service = new HistoryService(journal, options, index);
        service.indexer.start();
        return service;
    }

    /// How far the index has come. Any thread may ask.
    public HistoryStatus status() {
        return index.status(journal.lastPosition());
    }

    @Override
    public CompletionStage<ListTransactionsResponse> listTransactions(ListTransactionsRequest request) {
        return answer(
                () -> TransactionListing.check(request, journal.lastPosition()),
                needed(request.getMinPosition(), request.getAsOf()),
                reading -> new TransactionListing(request, reading, options).page());
    }

    @Override
    public CompletionStage<ListEntriesResponse> listEntries(ListEntriesRequest request) {
        return answer(
                () -> EntryListing.check(request, journal.lastPosition()),
                needed(request.getMinPosition(), request.getAsOf()),
                reading -> new EntryListing(request, reading, options).page());
    }

    @Override
    public CompletionStage<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
        return answer(
                () -> BalanceReading.check(request, journal.lastPosition()),
                needed(request.getMinPosition(), request.getAsOf()),
                reading -> BalanceReading.page(request, reading, options));
    }

    @Override
    public CompletionStage<ReadBalancesResponse> readBalances(ReadBalancesRequest request) {
        return answer(
                () -> BalanceReading.check(request, journal.lastPosition()),
                needed(request.getMinPosition(), request.getAsOf().getPosition()),
                reading -> BalanceReading.balances(request, reading));
    }

    @Override
    public CompletionStage<SumBalancesResponse> sumBalances(SumBalancesRequest request) {
        return answer(
                () -> BalanceSums.check(request, journal.lastPosition()),
                needed(request.getMinPosition(), request.getAsOf().getPosition()),
                reading -> new BalanceSums(request, reading).answer());
    }

    /// How far the index must have come. A moment that the journal has may not be in the index yet.
    private static long needed(long minPosition, long asOf) {
        return Math.max(Checks.bound(minPosition), asOf);
    }

    @Override
    public CompletionStage<ReadTransactionsResponse> readTransactions(ReadTransactionsRequest request) {
        var answer = new CompletableFuture<ReadTransactionsResponse>();
        try {
            ChangeStream.check(request);
        } catch (InvalidQueryException e) {
            return CompletableFuture.failedStage(e);
        }
        var _ = arrivals.reached(Checks.bound(request.getFrom()), request.getWaitMillis())
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    } else {
                        submit(reading -> ChangeStream.piece(request, reading, options), answer);
                    }
                });
        return answer;
    }

    /// Lets the questions under way be answered, then the index go.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        arrivals.fail(new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "history is closed"));
        indexer.close();
        readers.shutdown();
        try {
            if (!readers.awaitTermination(options.patienceMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, "questions about history are still under way and will not be answered");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            index.close();
        } catch (IOException e) {
            throw new HistoryException("cannot close the index", e);
        }
    }

    /// What is looked up for one question.
    private interface Question<T> {
        T answer(Reading reading);
    }

    private <T> CompletionStage<T> answer(Runnable check, long minPosition, Question<T> question) {
        var answer = new CompletableFuture<T>();
        try {
            check.run();
        } catch (InvalidQueryException e) {
            return CompletableFuture.failedStage(e);
        }
        var _ = arrivals.reached(minPosition, options.patienceMillis()).whenComplete((there, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else if (!there) {
                answer.completeExceptionally(new ServiceFailure(
                        ServiceFailure.Kind.UNAVAILABLE,
                        "history has come to position %d (asked for: %d)".formatted(index.position(), minPosition)));
            } else {
                submit(question, answer);
            }
        });
        return answer;
    }

    private <T> void submit(Question<T> question, CompletableFuture<T> answer) {
        try {
            readers.execute(() -> look(question, answer));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(
                    new ServiceFailure(ServiceFailure.Kind.OVERLOADED, "too many questions about history wait", e));
        }
    }

    private <T> void look(Question<T> question, CompletableFuture<T> answer) {
        T found;
        try (Reading reading = new Reading(index, journal)) {
            found = question.answer(reading);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "a question about history cannot be answered", e);
            answer.completeExceptionally(
                    new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "history cannot be read", e));
            return;
        }
        answer.complete(found);
    }
}
