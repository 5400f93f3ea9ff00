package ballast.client;

import ballast.types.history.v1.AccountCursor;
import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.EntryCursor;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/// From our questions to the messages of the contract.
final class QueryEncoding {
    private QueryEncoding() {}

    static ListTransactionsRequest message(Query.Transactions query) {
        var message = ListTransactionsRequest.newBuilder()
                .setFilter(message(query.filter()))
                .setOrder(message(query.order()))
                .setLimit(query.limit());
        query.after().ifPresent(message::setAfter);
        query.asOf().ifPresent(message::setAsOf);
        return message.build();
    }

    static ListEntriesRequest message(Query.Entries query) {
        var message = ListEntriesRequest.newBuilder()
                .setAccount(query.account())
                .setAsset(query.asset().orElse(""))
                .setCommittedMillis(times(query.ranges().committed()))
                .setEffectiveMillis(times(query.ranges().effective()))
                .setPosition(positions(query.ranges().position()))
                .setOrder(message(query.order()))
                .setLimit(query.limit());
        query.after()
                .ifPresent(place -> message.setAfter(
                        EntryCursor.newBuilder().setPosition(place.position()).setEntry(place.entry())));
        query.asOf().ifPresent(message::setAsOf);
        return message.build();
    }

    static ListAccountsRequest message(Query.Accounts query) {
        var message = ListAccountsRequest.newBuilder()
                .setPrefix(query.prefix())
                .setAsset(query.asset().orElse(""))
                .setLimit(query.limit());
        query.after()
                .ifPresent(name -> message.setAfter(
                        AccountCursor.newBuilder().setAccount(name.address()).setAsset(name.asset())));
        query.asOf().ifPresent(message::setAsOf);
        return message.build();
    }

    static ReadBalancesRequest message(Query.BalancesOf query) {
        return ReadBalancesRequest.newBuilder()
                .setAccount(query.account())
                .setAsset(query.asset().orElse(""))
                .setAsOf(message(query.asOf()))
                .build();
    }

    static SumBalancesRequest message(Query.Sums query) {
        return SumBalancesRequest.newBuilder()
                .setPrefix(query.prefix())
                .setAsset(query.asset().orElse(""))
                .setAsOf(message(query.asOf()))
                .build();
    }

    private static TransactionFilter message(Filter filter) {
        var message = TransactionFilter.newBuilder();
        switch (filter) {
            case Filter.AllOf all -> message.setAllOf(message(all.terms()));
            case Filter.AnyOf any -> message.setAnyOf(message(any.terms()));
            case Filter.OfAccount of -> message.setAccount(of.address());
            case Filter.OfAsset of -> message.setAsset(of.asset());
            case Filter.OfCode of -> message.setCode((int) of.code());
            case Filter.OfMetadata of -> {
                var term = MetadataTerm.newBuilder().setKey(of.key());
                of.value().ifPresent(term::setValue);
                message.setMetadata(term);
            }
            case Filter.CommittedAt at -> message.setCommittedMillis(times(at.times()));
            case Filter.EffectiveAt at -> message.setEffectiveMillis(times(at.times()));
            case Filter.AtPosition at -> message.setPosition(positions(at.positions()));
            case Filter.OfAmount of -> message.setAmount(amounts(of.amounts()));
            case Filter.Fate fate -> message.setCommitted(fate.committed());
        }
        return message.build();
    }

    private static FilterList message(List<Filter> terms) {
        return FilterList.newBuilder()
                .addAllTerms(terms.stream().map(QueryEncoding::message).toList())
                .build();
    }

    private static Order message(Query.Order order) {
        return switch (order) {
            case NEWEST_FIRST -> Order.ORDER_NEWEST_FIRST;
            case OLDEST_FIRST -> Order.ORDER_OLDEST_FIRST;
        };
    }

    private static AsOf message(Moment moment) {
        return switch (moment) {
            case Moment.Newest() -> AsOf.getDefaultInstance();
            case Moment.AtPosition(long position) ->
                AsOf.newBuilder().setPosition(position).build();
            case Moment.Committed(Instant time) ->
                AsOf.newBuilder().setCommittedMillis(time.toEpochMilli()).build();
            case Moment.Effective(Instant time) ->
                AsOf.newBuilder().setEffectiveMillis(time.toEpochMilli()).build();
        };
    }

    private static Range times(Filter.Range<Instant> range) {
        return positions(new Filter.Range<>(
                range.from().map(Instant::toEpochMilli), range.to().map(Instant::toEpochMilli)));
    }

    private static Range positions(Filter.Range<Long> range) {
        var message = Range.newBuilder();
        range.from().ifPresent(message::setFrom);
        range.to().ifPresent(message::setTo);
        return message.build();
    }

    private static AmountRange amounts(Filter.Range<BigInteger> range) {
        var message = AmountRange.newBuilder();
        range.from().ifPresent(from -> message.setFrom(Words.int128(from)));
        range.to().ifPresent(to -> message.setTo(Words.int128(to)));
        return message.build();
    }
}
