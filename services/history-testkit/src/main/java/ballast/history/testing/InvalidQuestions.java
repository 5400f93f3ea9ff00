package ballast.history.testing;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Questions that cannot be meant, by the field that is wrong; and some that only just can. For a history of 20
/// transactions.
final class InvalidQuestions {
    private static final Range BACKWARDS =
            Range.newBuilder().setFrom(3).setTo(2).build();
    private static final ListEntriesRequest ENTRIES =
            ListEntriesRequest.newBuilder().setAccount("bank").setLimit(1).build();
    private static final ListAccountsRequest ACCOUNTS =
            ListAccountsRequest.newBuilder().setLimit(1).build();
    private static final ReadBalancesRequest BALANCES =
            ReadBalancesRequest.newBuilder().setAccount("bank").build();
    private static final SumBalancesRequest SUMS = SumBalancesRequest.getDefaultInstance();
    private static final ReadTransactionsRequest STREAM =
            ReadTransactionsRequest.newBuilder().setFrom(1).setLimit(1).build();

    static final List<Row> TABLE = List.of(
            transactions("limit", ListTransactionsRequest.getDefaultInstance()),
            transactions(
                    "limit",
                    ListTransactionsRequest.newBuilder().setLimit(1_001).build()),
            transactions(
                    "limit", ListTransactionsRequest.newBuilder().setLimit(-1).build()),
            transactions(
                    "as_of",
                    ListTransactionsRequest.newBuilder().setLimit(1).setAsOf(21).build()),
            transactions(
                    "as_of",
                    ListTransactionsRequest.newBuilder().setLimit(1).setAsOf(-1).build()),
            filter("filter", nested(9)),
            filter("filter", wide(65, TransactionFilter.getDefaultInstance())),
            filter("filter", wide(64, wide(0, TransactionFilter.getDefaultInstance()))),
            filter(
                    "filter.account",
                    TransactionFilter.newBuilder().setAccount("no address").build()),
            filter(
                    "filter.account",
                    wide(1, TransactionFilter.newBuilder().setAccount("").build())),
            filter(
                    "filter.asset",
                    TransactionFilter.newBuilder().setAsset("usd").build()),
            filter(
                    "filter.asset",
                    TransactionFilter.newBuilder().setAsset("USD/39").build()),
            filter("filter.metadata.key", metadata("", "")),
            filter("filter.metadata.value", metadata("k", "ü".repeat(257))),
            filter(
                    "filter.position",
                    TransactionFilter.newBuilder().setPosition(BACKWARDS).build()),
            filter(
                    "filter.committed_millis",
                    TransactionFilter.newBuilder().setCommittedMillis(BACKWARDS).build()),
            filter(
                    "filter.effective_millis",
                    TransactionFilter.newBuilder().setEffectiveMillis(BACKWARDS).build()),
            filter(
                    "filter.amount",
                    TransactionFilter.newBuilder()
                            .setAmount(AmountRange.newBuilder()
                                    .setFrom(Money.int128(BigInteger.TWO))
                                    .setTo(Money.int128(BigInteger.ONE)))
                            .build()),
            entries("account", ENTRIES.toBuilder().setAccount("").build()),
            entries("account", ENTRIES.toBuilder().setAccount("a".repeat(65)).build()),
            entries("asset", ENTRIES.toBuilder().setAsset("Usd").build()),
            entries("limit", ENTRIES.toBuilder().setLimit(0).build()),
            entries("position", ENTRIES.toBuilder().setPosition(BACKWARDS).build()),
            entries(
                    "committed_millis",
                    ENTRIES.toBuilder().setCommittedMillis(BACKWARDS).build()),
            entries(
                    "effective_millis",
                    ENTRIES.toBuilder().setEffectiveMillis(BACKWARDS).build()),
            entries("as_of", ENTRIES.toBuilder().setAsOf(21).build()),
            accounts("prefix", ACCOUNTS.toBuilder().setPrefix("a b").build()),
            accounts("prefix", ACCOUNTS.toBuilder().setPrefix("a".repeat(65)).build()),
            accounts("asset", ACCOUNTS.toBuilder().setAsset("USD/").build()),
            accounts("limit", ACCOUNTS.toBuilder().setLimit(1_001).build()),
            accounts("as_of", ACCOUNTS.toBuilder().setAsOf(21).build()),
            accounts("after.account", after("", "USD")),
            accounts("after.asset", after("bank", "")),
            balances("account", BALANCES.toBuilder().setAccount("ä").build()),
            balances("asset", BALANCES.toBuilder().setAsset("1").build()),
            balances(
                    "as_of.position", BALANCES.toBuilder().setAsOf(position(21)).build()),
            sums("prefix", SUMS.toBuilder().setPrefix("ä").build()),
            sums("asset", SUMS.toBuilder().setAsset("A".repeat(17)).build()),
            sums("as_of.position", SUMS.toBuilder().setAsOf(position(-1)).build()),
            stream("from", STREAM.toBuilder().setFrom(0).build()),
            stream("limit", STREAM.toBuilder().setLimit(1_001).build()),
            stream("wait_millis", STREAM.toBuilder().setWaitMillis(60_001).build()),
            stream("wait_millis", STREAM.toBuilder().setWaitMillis(-1).build()));

    static final List<Question> AT_THE_LIMIT = List.of(
            filter("", nested(8)).question(),
            filter("", wide(64, TransactionFilter.getDefaultInstance())).question(),
            filter("", wide(63, wide(0, TransactionFilter.getDefaultInstance())))
                    .question(),
            filter("", metadata("k", "ü".repeat(256))).question(),
            entries(
                            "",
                            ENTRIES.toBuilder()
                                    .setAsset("A".repeat(16) + "/38")
                                    .setLimit(1_000)
                                    .setPosition(Range.newBuilder().setFrom(-1).setTo(-1))
                                    .setCommittedMillis(
                                            Range.newBuilder().setFrom(-2).setTo(-1))
                                    .setAsOf(20)
                                    .build())
                    .question(),
            accounts(
                            "",
                            ACCOUNTS.toBuilder()
                                    .setPrefix("a".repeat(64))
                                    .setAsOf(0)
                                    .build())
                    .question(),
            sums("", SUMS.toBuilder().setAsOf(position(20)).build()).question(),
            stream("", STREAM.toBuilder().setFrom(-1).build()).question());

    private InvalidQuestions() {}

    interface Question {
        CompletionStage<?> ask(History history);
    }

    record Row(String field, Question question) {}

    private static Row transactions(String field, ListTransactionsRequest request) {
        return new Row(field, history -> history.listTransactions(request));
    }

    private static Row filter(String field, TransactionFilter filter) {
        return transactions(
                field,
                ListTransactionsRequest.newBuilder()
                        .setFilter(filter)
                        .setLimit(1)
                        .build());
    }

    private static Row entries(String field, ListEntriesRequest request) {
        return new Row(field, history -> history.listEntries(request));
    }

    private static Row accounts(String field, ListAccountsRequest request) {
        return new Row(field, history -> history.listAccounts(request));
    }

    private static Row balances(String field, ReadBalancesRequest request) {
        return new Row(field, history -> history.readBalances(request));
    }

    private static Row sums(String field, SumBalancesRequest request) {
        return new Row(field, history -> history.sumBalances(request));
    }

    private static Row stream(String field, ReadTransactionsRequest request) {
        return new Row(field, history -> history.readTransactions(request));
    }

    private static ListAccountsRequest after(String account, String asset) {
        var request = ACCOUNTS.toBuilder();
        request.getAfterBuilder().setAccount(account).setAsset(asset);
        return request.build();
    }

    private static AsOf position(long position) {
        return AsOf.newBuilder().setPosition(position).build();
    }

    private static TransactionFilter metadata(String key, String value) {
        return TransactionFilter.newBuilder()
                .setMetadata(MetadataTerm.newBuilder().setKey(key).setValue(value))
                .build();
    }

    /// So many lists inside each other.
    private static TransactionFilter nested(int depth) {
        var filter = TransactionFilter.getDefaultInstance();
        for (int i = 0; i < depth; i++) {
            filter = wide(1, filter);
        }
        return filter;
    }

    /// One list of so many.
    private static TransactionFilter wide(int count, TransactionFilter term) {
        return TransactionFilter.newBuilder()
                .setAllOf(FilterList.newBuilder().addAllTerms(Collections.nCopies(count, term)))
                .build();
    }
}
