package ballast.history.testing;

import ballast.guard.InvalidQueryException;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.protocol.v1.Int128;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Checks a question the way the contract wants it.
final class Questions {
    private static final String NAME = "[A-Za-z0-9._:@-]{1,64}";
    private static final String ASSET = "[A-Z][A-Z0-9_]{0,15}(/([0-9]|[12][0-9]|3[0-8]))?";

    private Questions() {}

    static void check(ListTransactionsRequest request, long newest) {
        checkLists(request.getFilter(), 0);
        require(leaves(request.getFilter()) <= 64, "filter", "too many terms");
        require(lists(request.getFilter()) <= 64, "filter", "too many lists");
        checkTerm(request.getFilter());
        limit(request.getLimit());
        require(!request.hasAsOf() || exists(request.getAsOf(), newest), "as_of", "beyond the newest");
    }

    static void check(ListEntriesRequest request, long newest) {
        require(request.getAccount().matches(NAME), "account", "no address");
        assetOrEvery(request.getAsset());
        range(request.getCommittedMillis(), "committed_millis");
        range(request.getEffectiveMillis(), "effective_millis");
        range(request.getPosition(), "position");
        limit(request.getLimit());
        require(!request.hasAsOf() || exists(request.getAsOf(), newest), "as_of", "beyond the newest");
    }

    static void check(ListAccountsRequest request, long newest) {
        require(request.getPrefix().isEmpty() || request.getPrefix().matches(NAME), "prefix", "no address");
        assetOrEvery(request.getAsset());
        limit(request.getLimit());
        if (request.hasAfter()) {
            require(request.getAfter().getAccount().matches(NAME), "after.account", "no address");
            require(request.getAfter().getAsset().matches(ASSET), "after.asset", "no asset");
        }
        require(!request.hasAsOf() || exists(request.getAsOf(), newest), "as_of", "beyond the newest");
    }

    static void check(ReadBalancesRequest request, long newest) {
        require(request.getAccount().matches(NAME), "account", "no address");
        assetOrEvery(request.getAsset());
        moment(request.getAsOf(), newest);
    }

    static void check(SumBalancesRequest request, long newest) {
        require(request.getPrefix().isEmpty() || request.getPrefix().matches(NAME), "prefix", "no address");
        assetOrEvery(request.getAsset());
        moment(request.getAsOf(), newest);
    }

    static void check(ReadTransactionsRequest request) {
        require(request.getFrom() != 0, "from", "0");
        limit(request.getLimit());
        require(Integer.compareUnsigned(request.getWaitMillis(), 60_000) <= 0, "wait_millis", "too long");
    }

    private static void checkLists(TransactionFilter filter, int depth) {
        require(depth <= 8, "filter", "too deep");
        for (FilterList list : listsOf(filter)) {
            list.getTermsList().forEach(term -> checkLists(term, depth + 1));
        }
    }

    private static void checkTerm(TransactionFilter filter) {
        for (FilterList list : listsOf(filter)) {
            list.getTermsList().forEach(Questions::checkTerm);
        }
        if (filter.hasAccount()) {
            require(filter.getAccount().matches(NAME), "filter.account", "no address");
        }
        if (filter.hasAsset()) {
            require(filter.getAsset().matches(ASSET), "filter.asset", "no asset");
        }
        if (filter.hasMetadata()) {
            require(filter.getMetadata().getKey().matches(NAME), "filter.metadata.key", "no key");
            int bytes = filter.getMetadata().getValue().getBytes(StandardCharsets.UTF_8).length;
            require(bytes <= 512, "filter.metadata.value", "too long");
        }
        range(filter.getCommittedMillis(), "filter.committed_millis");
        range(filter.getEffectiveMillis(), "filter.effective_millis");
        range(filter.getPosition(), "filter.position");
        boolean bounded = filter.getAmount().hasFrom() && filter.getAmount().hasTo();
        Int128 from = filter.getAmount().getFrom();
        Int128 to = filter.getAmount().getTo();
        require(!bounded || Money.of(from).compareTo(Money.of(to)) <= 0, "filter.amount", "ends before it begins");
    }

    private static int leaves(TransactionFilter filter) {
        List<FilterList> lists = listsOf(filter);
        return lists.isEmpty()
                ? 1
                : lists.getFirst().getTermsList().stream()
                        .mapToInt(Questions::leaves)
                        .sum();
    }

    private static int lists(TransactionFilter filter) {
        List<FilterList> lists = listsOf(filter);
        return lists.isEmpty()
                ? 0
                : 1
                        + lists.getFirst().getTermsList().stream()
                                .mapToInt(Questions::lists)
                                .sum();
    }

    private static List<FilterList> listsOf(TransactionFilter filter) {
        if (filter.hasAllOf()) {
            return List.of(filter.getAllOf());
        }
        return filter.hasAnyOf() ? List.of(filter.getAnyOf()) : List.of();
    }

    private static void moment(AsOf asOf, long newest) {
        require(!asOf.hasPosition() || exists(asOf.getPosition(), newest), "as_of.position", "beyond the newest");
    }

    private static void limit(int limit) {
        require(limit >= 1 && limit <= 1_000, "limit", "%d (expected: 1 to 1000)".formatted(limit));
    }

    private static void assetOrEvery(String asset) {
        require(asset.isEmpty() || asset.matches(ASSET), "asset", "no asset");
    }

    private static void range(Range range, String field) {
        boolean bounded = range.hasFrom() && range.hasTo();
        require(!bounded || Long.compareUnsigned(range.getFrom(), range.getTo()) <= 0, field, "ends before it begins");
    }

    private static boolean exists(long position, long newest) {
        return Long.compareUnsigned(position, newest) <= 0;
    }

    private static void require(boolean holds, String field, String flaw) {
        if (!holds) {
            throw new InvalidQueryException(field, flaw);
        }
    }
}
