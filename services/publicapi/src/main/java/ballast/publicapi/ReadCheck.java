package ballast.publicapi;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.virtualmachine.v1.Consistency;

/// Whether a question about the past can be meant, field by field.
final class ReadCheck {
    static final int TERMS_MAX = 64;

    private static final int LIMIT_MAX = 1_000;
    private static final int LISTS_MAX = 8;

    private ReadCheck() {}

    static void require(ListTransactionsRequest query) {
        Arguments.requireKnownFields("query", query);
        if (filter("filter", query.getFilter(), 0) > TERMS_MAX) {
            throw new InvalidArgumentException("filter", "has more than %d terms".formatted(TERMS_MAX));
        }
        order(query.getOrder());
        limit(query.getLimit());
    }

    static void require(ListEntriesRequest query) {
        Arguments.requireKnownFields("query", query);
        Arguments.requireAddress("account", query.getAccount());
        optionalAsset(query.getAsset());
        range("committedMillis", query.getCommittedMillis());
        range("effectiveMillis", query.getEffectiveMillis());
        range("position", query.getPosition());
        Arguments.requireKnownFields("after", query.getAfter());
        order(query.getOrder());
        limit(query.getLimit());
    }

    static void require(ListAccountsRequest query) {
        Arguments.requireKnownFields("query", query);
        Arguments.requirePrefix("prefix", query.getPrefix());
        optionalAsset(query.getAsset());
        limit(query.getLimit());
        if (query.hasAfter()) {
            Arguments.requireKnownFields("after", query.getAfter());
            Arguments.requireAddress("after.account", query.getAfter().getAccount());
            Arguments.requireAsset("after.asset", query.getAfter().getAsset());
        }
    }

    static void require(ReadBalancesRequest query) {
        Arguments.requireKnownFields("query", query);
        Arguments.requireAddress("account", query.getAccount());
        optionalAsset(query.getAsset());
        asOf(query.getAsOf());
    }

    static void require(SumBalancesRequest query) {
        Arguments.requireKnownFields("query", query);
        Arguments.requirePrefix("prefix", query.getPrefix());
        optionalAsset(query.getAsset());
        asOf(query.getAsOf());
    }

    static void requireAccount(String account, String asset) {
        Arguments.requireAddress("account", account);
        optionalAsset(asset);
    }

    static void require(Consistency consistency) {
        if (consistency == Consistency.UNRECOGNIZED) {
            throw new InvalidArgumentException("consistency", "is not known");
        }
    }

    private static void limit(int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new InvalidArgumentException(
                    "limit", "is %s (expected: 1 to %,d)".formatted(Integer.toUnsignedString(limit), LIMIT_MAX));
        }
    }

    private static void order(Order order) {
        if (order == Order.UNRECOGNIZED) {
            throw new InvalidArgumentException("order", "is not known");
        }
    }

    private static void optionalAsset(String asset) {
        if (!asset.isEmpty()) {
            Arguments.requireAsset("asset", asset);
        }
    }

    private static void asOf(AsOf moment) {
        Arguments.requireKnownFields("asOf", moment);
        if (moment.hasCommittedMillis()) {
            Arguments.requireTime("asOf.committedMillis", moment.getCommittedMillis());
        }
        if (moment.hasEffectiveMillis()) {
            Arguments.requireTime("asOf.effectiveMillis", moment.getEffectiveMillis());
        }
    }

    /// How many terms a filter has.
    private static int filter(String path, TransactionFilter filter, int lists) {
        Arguments.requireKnownFields(path, filter);
        switch (filter.getTermCase()) {
            case ALL_OF -> {
                return list(path + ".allOf", filter.getAllOf(), lists + 1);
            }
            case ANY_OF -> {
                return list(path + ".anyOf", filter.getAnyOf(), lists + 1);
            }
            case ACCOUNT -> Arguments.requireAddress(path + ".account", filter.getAccount());
            case ASSET -> Arguments.requireAsset(path + ".asset", filter.getAsset());
            case METADATA -> {
                Arguments.requireKnownFields(path + ".metadata", filter.getMetadata());
                Arguments.requireWord(
                        path + ".metadata.key", "key", filter.getMetadata().getKey());
            }
            case COMMITTED_MILLIS -> range(path + ".time", filter.getCommittedMillis());
            case EFFECTIVE_MILLIS -> range(path + ".effectiveTime", filter.getEffectiveMillis());
            case POSITION -> range(path + ".position", filter.getPosition());
            case AMOUNT -> amounts(path + ".amount", filter.getAmount());
            case CODE, COMMITTED, TERM_NOT_SET -> {
                return 1;
            }
        }
        return 1;
    }

    private static int list(String path, FilterList list, int lists) {
        Arguments.requireKnownFields(path, list);
        if (lists > LISTS_MAX) {
            throw new InvalidArgumentException(path, "more than %d lists inside each other".formatted(LISTS_MAX));
        }
        TransactionCheck.requireCount(path, list.getTermsCount(), 1, TERMS_MAX);
        int terms = 1;
        for (int place = 0; place < list.getTermsCount(); place++) {
            terms += filter("%s[%d]".formatted(path, place), list.getTerms(place), lists);
        }
        return terms;
    }

    private static void range(String path, Range range) {
        Arguments.requireKnownFields(path, range);
        if (range.hasFrom() && range.hasTo() && Long.compareUnsigned(range.getFrom(), range.getTo()) > 0) {
            throw new InvalidArgumentException(path, "from is above to");
        }
    }

    private static void amounts(String path, AmountRange range) {
        Arguments.requireKnownFields(path, range);
        Arguments.requireKnownFields(path + ".from", range.getFrom());
        Arguments.requireKnownFields(path + ".to", range.getTo());
        if (range.hasFrom()
                && range.hasTo()
                && Words128.of(range.getFrom()).compareTo(Words128.of(range.getTo())) > 0) {
            throw new InvalidArgumentException(path, "from is above to");
        }
    }
}
