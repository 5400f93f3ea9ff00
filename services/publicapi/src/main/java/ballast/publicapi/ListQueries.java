package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.virtualmachine.v1.Consistency;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What the parameters of a query ask for, as the history understands it; without its page.
final class ListQueries {
    static final List<String> TRANSACTIONS = List.of(
            "account",
            "asset",
            "code",
            "metadataKey",
            "metadataValue",
            "fromTime",
            "toTime",
            "fromEffectiveTime",
            "toEffectiveTime",
            "fromPosition",
            "toPosition",
            "fromAmount",
            "toAmount",
            "outcome",
            "order",
            "limit",
            "cursor",
            "consistency");
    static final List<String> ENTRIES = List.of(
            "asset",
            "fromTime",
            "toTime",
            "fromEffectiveTime",
            "toEffectiveTime",
            "fromPosition",
            "toPosition",
            "order",
            "limit",
            "cursor",
            "consistency");
    static final List<String> ACCOUNTS = List.of("prefix", "asset", "limit", "cursor", "consistency");
    static final List<String> ACCOUNT =
            List.of("asset", "asOfPosition", "asOfTime", "asOfEffectiveTime", "consistency");
    static final List<String> SUMS =
            List.of("prefix", "asset", "asOfPosition", "asOfTime", "asOfEffectiveTime", "consistency");
    static final List<String> TRIAL_BALANCE =
            List.of("asset", "asOfPosition", "asOfTime", "asOfEffectiveTime", "consistency");

    static final List<String> ORDERS = List.of("newest", "oldest");
    static final List<String> CONSISTENCIES = List.of("strict", "local");

    private static final int LIMIT_DEFAULT = 100;
    private static final int LIMIT_MAX = 1_000;

    private ListQueries() {}

    static ListTransactionsRequest transactions(Parameters parameters) {
        var terms = FilterList.newBuilder();
        parameters.given("account").ifPresent(account -> terms.addTerms(term().setAccount(account.text())));
        parameters.given("asset").ifPresent(asset -> terms.addTerms(term().setAsset(asset.text())));
        parameters.given("code").ifPresent(code -> terms.addTerms(term().setCode(code.unsigned32())));
        metadata(parameters).ifPresent(metadata -> terms.addTerms(term().setMetadata(metadata)));
        range(parameters, "Time", Given::timeMillis)
                .ifPresent(range -> terms.addTerms(term().setCommittedMillis(range)));
        range(parameters, "EffectiveTime", Given::timeMillis)
                .ifPresent(range -> terms.addTerms(term().setEffectiveMillis(range)));
        range(parameters, "Position", Given::unsigned64).ifPresent(range -> terms.addTerms(term().setPosition(range)));
        amounts(parameters).ifPresent(range -> terms.addTerms(term().setAmount(range)));
        parameters
                .given("outcome")
                .ifPresent(outcome -> terms.addTerms(term().setCommitted(outcome.oneOf(FilterJson.OUTCOMES) == 1)));
        var query = ListTransactionsRequest.newBuilder().setOrder(order(parameters.given("order")));
        if (terms.getTermsCount() > 0) {
            query.setFilter(term().setAllOf(terms));
        }
        return query.build();
    }

    static ListEntriesRequest entries(String account, Parameters parameters) {
        var query = ListEntriesRequest.newBuilder()
                .setAccount(account)
                .setAsset(parameters.optional("asset").orElse(""))
                .setOrder(order(parameters.given("order")));
        range(parameters, "Time", Given::timeMillis).ifPresent(query::setCommittedMillis);
        range(parameters, "EffectiveTime", Given::timeMillis).ifPresent(query::setEffectiveMillis);
        range(parameters, "Position", Given::unsigned64).ifPresent(query::setPosition);
        return query.build();
    }

    static ListAccountsRequest accounts(Parameters parameters) {
        return ListAccountsRequest.newBuilder()
                .setPrefix(parameters.optional("prefix").orElse(""))
                .setAsset(parameters.optional("asset").orElse(""))
                .build();
    }

    /// The moment that is asked about; none for now.
    static Optional<AsOf> asOf(Parameters parameters) {
        var position = parameters.given("asOfPosition");
        var time = parameters.given("asOfTime");
        var effective = parameters.given("asOfEffectiveTime");
        var given = List.of(position, time, effective).stream()
                .flatMap(Optional::stream)
                .toList();
        if (given.size() > 1) {
            throw given.get(1).problem("is a second moment (expected: one)");
        }
        var moment = AsOf.newBuilder();
        position.ifPresent(value -> moment.setPosition(value.unsigned64()));
        time.ifPresent(value -> moment.setCommittedMillis(value.timeMillis()));
        effective.ifPresent(value -> moment.setEffectiveMillis(value.timeMillis()));
        return given.isEmpty() ? Optional.empty() : Optional.of(moment.build());
    }

    static Order order(Optional<Given> given) {
        return given.map(order -> Order.forNumber(order.oneOf(ORDERS))).orElse(Order.ORDER_NEWEST_FIRST);
    }

    static int limit(Optional<Given> given) {
        return given.map(limit -> {
                    int value = (int) limit.upTo(LIMIT_MAX);
                    if (value == 0) {
                        throw limit.problem("is 0 (expected: 1 to %,d)".formatted(LIMIT_MAX));
                    }
                    return value;
                })
                .orElse(LIMIT_DEFAULT);
    }

    static Consistency consistency(Optional<Given> given) {
        return given.map(word -> Consistency.forNumber(word.oneOf(CONSISTENCIES)))
                .orElse(Consistency.CONSISTENCY_STRICT);
    }

    private static Optional<MetadataTerm> metadata(Parameters parameters) {
        var key = parameters.given("metadataKey");
        var value = parameters.given("metadataValue");
        if (key.isEmpty() && value.isPresent()) {
            throw value.get().problem("needs metadataKey beside it");
        }
        return key.map(name -> {
            var term = MetadataTerm.newBuilder().setKey(name.text());
            value.ifPresent(text -> term.setValue(text.text()));
            return term.build();
        });
    }

    private static Optional<Range> range(Parameters parameters, String name, ToLongFunction<Given> end) {
        var from = parameters.given("from" + name);
        var to = parameters.given("to" + name);
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var range = Range.newBuilder();
        from.ifPresent(value -> range.setFrom(end.applyAsLong(value)));
        to.ifPresent(value -> range.setTo(end.applyAsLong(value)));
        return Optional.of(range.build());
    }

    private static Optional<AmountRange> amounts(Parameters parameters) {
        var from = parameters.given("fromAmount");
        var to = parameters.given("toAmount");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var range = AmountRange.newBuilder();
        from.ifPresent(value -> range.setFrom(Words128.message(value.int128())));
        to.ifPresent(value -> range.setTo(Words128.message(value.int128())));
        return Optional.of(range.build());
    }

    private static TransactionFilter.Builder term() {
        return TransactionFilter.newBuilder();
    }
}
