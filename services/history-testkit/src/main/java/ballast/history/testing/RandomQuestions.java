package ballast.history.testing;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.AsOf;
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
import java.util.List;
import java.util.Random;

/// Asks whatever can be asked, by chance: nobody knows the questions beforehand, least of all the index.
final class RandomQuestions {
    private static final List<String> PREFIXES = List.of("", "a", "a:", "a:1", "b", "ba", "bank:fees", "q");

    private final Random random;
    private final RandomLedger names;
    private final long newest;
    private final long newestMillis;

    /// @param newest the last position, and its time
    RandomQuestions(long seed, long newest, long newestMillis) {
        this.random = new Random(seed);
        this.names = new RandomLedger(seed);
        this.newest = newest;
        this.newestMillis = newestMillis;
    }

    ListTransactionsRequest transactions() {
        var request = ListTransactionsRequest.newBuilder()
                .setFilter(filter(0))
                .setOrder(order())
                .setLimit(limit());
        if (random.nextInt(3) == 0) {
            request.setAsOf(random.nextLong(newest + 1));
        }
        if (random.nextInt(3) == 0) {
            request.setAfter(random.nextLong(newest + 2));
        }
        return request.build();
    }

    ListEntriesRequest entries() {
        var request = ListEntriesRequest.newBuilder()
                .setAccount(names.address())
                .setOrder(order())
                .setLimit(limit());
        if (random.nextBoolean()) {
            request.setAsset(names.asset());
        }
        if (random.nextInt(3) == 0) {
            request.setCommittedMillis(times());
        }
        if (random.nextInt(2) == 0) {
            request.setEffectiveMillis(times());
        }
        if (random.nextInt(3) == 0) {
            request.setPosition(range(0, newest));
        }
        if (random.nextInt(3) == 0) {
            request.setAsOf(random.nextLong(newest + 1));
        }
        if (random.nextInt(3) == 0) {
            request.getAfterBuilder().setPosition(random.nextLong(newest + 2)).setEntry(random.nextInt(4));
        }
        return request.build();
    }

    ListAccountsRequest accounts() {
        var request = ListAccountsRequest.newBuilder().setPrefix(prefix()).setLimit(1 + random.nextInt(12));
        if (random.nextInt(3) == 0) {
            request.setAsset(names.asset());
        }
        if (random.nextInt(3) == 0) {
            request.setAsOf(random.nextLong(Math.min(newest, 40) + 1));
        }
        if (random.nextInt(3) == 0) {
            request.getAfterBuilder().setAccount(names.address()).setAsset(names.asset());
        }
        return request.build();
    }

    ReadBalancesRequest balances() {
        var request =
                ReadBalancesRequest.newBuilder().setAccount(names.address()).setAsOf(moment());
        if (random.nextBoolean()) {
            request.setAsset(names.asset());
        }
        return request.build();
    }

    SumBalancesRequest sums() {
        var request = SumBalancesRequest.newBuilder().setPrefix(prefix()).setAsOf(moment());
        if (random.nextInt(3) == 0) {
            request.setAsset(names.asset());
        }
        return request.build();
    }

    private AsOf moment() {
        var moment = AsOf.newBuilder();
        return switch (random.nextInt(4)) {
            case 0 -> moment.setPosition(random.nextLong(newest + 1)).build();
            case 1 -> moment.setCommittedMillis(time()).build();
            case 2 -> moment.setEffectiveMillis(time()).build();
            default -> moment.build();
        };
    }

    private TransactionFilter filter(int depth) {
        var filter = TransactionFilter.newBuilder();
        return switch (random.nextInt(depth < 4 ? 16 : 12)) {
            case 0 -> filter.build();
            case 1 -> filter.setAsset(names.asset()).build();
            case 2 -> filter.setCode(random.nextInt(6)).build();
            case 3 -> filter.setMetadata(metadata()).build();
            case 4 -> filter.setCommittedMillis(times()).build();
            case 5 -> filter.setEffectiveMillis(times()).build();
            case 6 -> filter.setPosition(range(0, newest + 10)).build();
            case 7 -> filter.setAmount(amounts()).build();
            case 8 -> filter.setCommitted(random.nextBoolean()).build();
            case 9, 10, 11 -> filter.setAccount(names.address()).build();
            case 12, 13 -> filter.setAnyOf(list(depth)).build();
            default -> filter.setAllOf(list(depth)).build();
        };
    }

    private FilterList list(int depth) {
        var list = FilterList.newBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.addTerms(filter(depth + 1));
        }
        return list.build();
    }

    private MetadataTerm metadata() {
        var term = MetadataTerm.newBuilder().setKey(names.key());
        if (random.nextBoolean()) {
            term.setValue(names.value());
        }
        return term.build();
    }

    private AmountRange amounts() {
        var range = AmountRange.newBuilder();
        var from = BigInteger.valueOf(random.nextInt(60)).shiftLeft(random.nextInt(4) == 0 ? 90 : 0);
        if (random.nextInt(4) > 0) {
            range.setFrom(Money.int128(from));
        }
        if (random.nextInt(4) > 0) {
            range.setTo(Money.int128(from.add(BigInteger.valueOf(random.nextInt(30)))));
        }
        return range.build();
    }

    private Range times() {
        return range(900, newestMillis + 100);
    }

    private Range range(long least, long most) {
        var range = Range.newBuilder();
        long from = random.nextLong(least, most + 1);
        if (random.nextInt(4) > 0) {
            range.setFrom(from);
        }
        if (random.nextInt(4) > 0) {
            range.setTo(random.nextLong(from, most + 1));
        }
        return range.build();
    }

    private long time() {
        return random.nextInt(20) == 0 ? random.nextLong() : random.nextLong(600, newestMillis + 400);
    }

    private String prefix() {
        return PREFIXES.get(random.nextInt(PREFIXES.size()));
    }

    private Order order() {
        return random.nextBoolean() ? Order.ORDER_NEWEST_FIRST : Order.ORDER_OLDEST_FIRST;
    }

    private int limit() {
        return random.nextInt(4) == 0 ? 1_000 : 1 + random.nextInt(20);
    }
}
