package ballast.history.testing;

import ballast.guard.ServiceFailure;
import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AccountCursor;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.EntryCursor;
import ballast.types.history.v1.History;
import ballast.types.history.v1.HistoryEntry;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListEntriesResponse;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.ListTransactionsResponse;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.ReadTransactionsResponse;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A History that keeps a list and answers every question by looking at all of it. `@ThreadSafe`
///
/// A question about a position that was not added yet is refused at once; only the change stream waits.
public final class InMemoryHistory implements History {
    private final List<RecordedTransaction> everything = new ArrayList<>();
    private final List<CompletableFuture<Boolean>> waiting = new ArrayList<>();

    /// Adds the next transaction; its outcome names the next position and a time that is not before the last one's.
    public void add(RecordedTransaction recorded) {
        List<CompletableFuture<Boolean>> told;
        synchronized (this) {
            long position = recorded.getOutcome().getPosition();
            if (position != everything.size() + 1) {
                throw new IllegalArgumentException(
                        "position: %d (expected: %d)".formatted(position, everything.size() + 1));
            }
            everything.add(recorded);
            told = List.copyOf(waiting);
            waiting.clear();
        }
        told.forEach(waiter -> waiter.complete(true));
    }

    /// The last position; 0 before the first.
    public synchronized long position() {
        return everything.size();
    }

    synchronized List<RecordedTransaction> recorded() {
        return List.copyOf(everything);
    }

    @Override
    public CompletionStage<ListTransactionsResponse> listTransactions(ListTransactionsRequest request) {
        return answer(request.getMinPosition(), all -> {
            Questions.check(request, all.size());
            long asOf = request.hasAsOf() ? request.getAsOf() : all.size();
            var found = all.stream()
                    .filter(recorded -> recorded.getOutcome().getPosition() <= asOf)
                    .filter(recorded -> Matches.matches(request.getFilter(), recorded))
                    .sorted(inOrder(
                            request.getOrder(),
                            recorded -> recorded.getOutcome().getPosition()))
                    .filter(recorded -> !request.hasAfter()
                            || isBeyond(
                                    request.getOrder(),
                                    Long.compareUnsigned(recorded.getOutcome().getPosition(), request.getAfter())))
                    .toList();
            var page = ListTransactionsResponse.newBuilder()
                    .setPosition(asOf)
                    .addAllTransactions(first(found, request.getLimit()));
            if (found.size() > request.getLimit()) {
                page.setNext(found.get(request.getLimit() - 1).getOutcome().getPosition());
            }
            return page.build();
        });
    }

    @Override
    public CompletionStage<ListEntriesResponse> listEntries(ListEntriesRequest request) {
        return answer(request.getMinPosition(), all -> {
            Questions.check(request, all.size());
            long asOf = request.hasAsOf() ? request.getAsOf() : all.size();
            Comparator<EntryCursor> byPlace = Comparator.comparing(EntryCursor::getPosition, Long::compareUnsigned)
                    .thenComparing(EntryCursor::getEntry, Integer::compareUnsigned);
            Comparator<HistoryEntry> ascending = Comparator.comparing(HistoryEntry::getAt, byPlace);
            var found = all.stream()
                    .filter(recorded -> recorded.getOutcome().getPosition() <= asOf)
                    .flatMap(InMemoryHistory::entries)
                    .filter(entry -> isWanted(entry, request))
                    .sorted(request.getOrder() == Order.ORDER_OLDEST_FIRST ? ascending : ascending.reversed())
                    .filter(entry -> !request.hasAfter()
                            || isBeyond(request.getOrder(), byPlace.compare(entry.getAt(), request.getAfter())))
                    .toList();
            var page =
                    ListEntriesResponse.newBuilder().setPosition(asOf).addAllEntries(first(found, request.getLimit()));
            if (found.size() > request.getLimit()) {
                page.setNext(found.get(request.getLimit() - 1).getAt());
            }
            return page.build();
        });
    }

    @Override
    public CompletionStage<ListAccountsResponse> listAccounts(ListAccountsRequest request) {
        return answer(request.getMinPosition(), all -> {
            Questions.check(request, all.size());
            var moment = request.hasAsOf()
                    ? AsOf.newBuilder().setPosition(request.getAsOf()).build()
                    : AsOf.getDefaultInstance();
            var past = new PastBalances(all, moment);
            var after =
                    request.getAfter().getAccount() + " " + request.getAfter().getAsset();
            var found = past.of(isNamed(request.getPrefix(), request.getAsset())
                    .and(account -> !request.hasAfter()
                            || (account.getAccount() + " " + account.getAsset()).compareTo(after) > 0));
            var page = ListAccountsResponse.newBuilder()
                    .setPosition(past.position())
                    .addAllAccounts(first(found, request.getLimit()));
            if (found.size() > request.getLimit()) {
                var last = found.get(request.getLimit() - 1);
                page.setNext(
                        AccountCursor.newBuilder().setAccount(last.getAccount()).setAsset(last.getAsset()));
            }
            return page.build();
        });
    }

    @Override
    public CompletionStage<ReadBalancesResponse> readBalances(ReadBalancesRequest request) {
        return answer(request.getMinPosition(), all -> {
            Questions.check(request, all.size());
            var past = new PastBalances(all, request.getAsOf());
            return ReadBalancesResponse.newBuilder()
                    .setPosition(past.position())
                    .addAllAccounts(past.of(isNamed("", request.getAsset())
                            .and(account -> account.getAccount().equals(request.getAccount()))))
                    .build();
        });
    }

    @Override
    public CompletionStage<SumBalancesResponse> sumBalances(SumBalancesRequest request) {
        return answer(request.getMinPosition(), all -> {
            Questions.check(request, all.size());
            var past = new PastBalances(all, request.getAsOf());
            return SumBalancesResponse.newBuilder()
                    .setPosition(past.position())
                    .addAllSums(past.sums(isNamed(request.getPrefix(), request.getAsset())))
                    .build();
        });
    }

    @Override
    public CompletionStage<ReadTransactionsResponse> readTransactions(ReadTransactionsRequest request) {
        try {
            Questions.check(request);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedStage(e);
        }
        if (request.getWaitMillis() > 0 && isBeyondTheLast(request.getFrom())) {
            var waiter = new CompletableFuture<Boolean>();
            synchronized (this) {
                waiting.add(waiter);
            }
            return waiter.completeOnTimeout(false, request.getWaitMillis(), TimeUnit.MILLISECONDS)
                    .thenCompose(_ -> piece(request.toBuilder().setWaitMillis(0).build()));
        }
        return piece(request);
    }

    private CompletionStage<ReadTransactionsResponse> piece(ReadTransactionsRequest request) {
        return answer(
                0,
                all -> ReadTransactionsResponse.newBuilder()
                        .setPosition(all.size())
                        .addAllTransactions(all.stream()
                                .filter(recorded -> Long.compareUnsigned(
                                                recorded.getOutcome().getPosition(), request.getFrom())
                                        >= 0)
                                .limit(request.getLimit())
                                .toList())
                        .build());
    }

    private synchronized boolean isBeyondTheLast(long position) {
        return Long.compareUnsigned(position, everything.size()) > 0;
    }

    private <T> CompletionStage<T> answer(long minPosition, Function<List<RecordedTransaction>, T> question) {
        List<RecordedTransaction> all = recorded();
        try {
            T answer = question.apply(all);
            return Long.compareUnsigned(minPosition, all.size()) > 0
                    ? CompletableFuture.failedStage(
                            new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "the position is not there yet"))
                    : CompletableFuture.completedStage(answer);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private static boolean isWanted(HistoryEntry entry, ListEntriesRequest request) {
        return entry.getEntry().getAccount().equals(request.getAccount())
                && (request.getAsset().isEmpty() || entry.getEntry().getAsset().equals(request.getAsset()))
                && Matches.contains(request.getCommittedMillis(), entry.getCommittedMillis())
                && Matches.contains(request.getEffectiveMillis(), entry.getEffectiveMillis())
                && Matches.contains(request.getPosition(), entry.getAt().getPosition());
    }

    private static Stream<HistoryEntry> entries(RecordedTransaction recorded) {
        var transaction = recorded.getTransaction();
        var outcome = recorded.getOutcome();
        return IntStream.range(0, outcome.getEntriesCount())
                .mapToObj(index -> HistoryEntry.newBuilder()
                        .setAt(EntryCursor.newBuilder()
                                .setPosition(outcome.getPosition())
                                .setEntry(index))
                        .setTransactionId(transaction.getId())
                        .setCommittedMillis(outcome.getTimeMillis())
                        .setEffectiveMillis(Matches.effectiveMillis(recorded))
                        .setCode(transaction.getCode())
                        .addAllMetadata(transaction.getMetadataList())
                        .setEntry(outcome.getEntries(index))
                        .build());
    }

    private static Predicate<AccountBalances> isNamed(String prefix, String asset) {
        return account -> account.getAccount().startsWith(prefix)
                && (asset.isEmpty() || account.getAsset().equals(asset));
    }

    private static <T> Comparator<T> inOrder(Order order, Function<T, Long> number) {
        Comparator<T> ascending = Comparator.comparing(number);
        return order == Order.ORDER_OLDEST_FIRST ? ascending : ascending.reversed();
    }

    private static boolean isBeyond(Order order, int comparison) {
        return order == Order.ORDER_OLDEST_FIRST ? comparison > 0 : comparison < 0;
    }

    private static <T> List<T> first(List<T> found, int limit) {
        return found.subList(0, Math.min(found.size(), limit));
    }
}
