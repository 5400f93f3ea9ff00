package ballast.history;

import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.SumBalancesResponse;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The sums of accounts as they were.
///
/// Most accounts are as their last entry left them. Their last entries are looked up first, many at a time, and then
/// read in the order in which the journal has them, which is many times as fast as in the order of the accounts.
final class BalanceSums {
    private static final int PLACES_MAX = 1 << 18;

    private final SumBalancesRequest request;
    private final Reading reading;
    private final Moment moment;
    private final Map<String, Counters> sums = new TreeMap<>();
    private final long[] places;
    private int count;

    BalanceSums(SumBalancesRequest request, Reading reading) {
        this(request, reading, PLACES_MAX);
    }

    BalanceSums(SumBalancesRequest request, Reading reading, int placesMax) {
        this.request = request;
        this.reading = reading;
        this.places = new long[placesMax];
        this.moment = new Moment(reading, request.getAsOf());
    }

    static void check(SumBalancesRequest request, long newest) {
        Checks.prefix(request.getPrefix());
        Checks.assetOrEvery(request.getAsset());
        Moment.check(request.getAsOf(), newest);
    }

    SumBalancesResponse answer() {
        var walk = Accounts.walk(reading, request.getPrefix(), new TermKey().kind(TermKey.ACCOUNT));
        for (int term = walk.next(); term != Terms.NONE; term = walk.next()) {
            if (Accounts.isIn(reading, term, request.getAsset())) {
                look(term);
            }
        }
        addPlaces();
        var answer = SumBalancesResponse.newBuilder().setPosition(moment.position());
        sums.forEach((asset, sum) -> answer.addSums(sum.sum(asset)));
        return answer.build();
    }

    private void look(int term) {
        if (!moment.isPlain(term)) {
            moment.balances(term).ifPresent(account -> add(account.getAsset(), account.getBalances()));
            return;
        }
        long place = moment.lastPlace(term);
        if (place != Cursor.NONE) {
            if (count == places.length) {
                addPlaces();
            }
            places[count++] = place;
        }
    }

    private void addPlaces() {
        Arrays.sort(places, 0, count);
        for (int i = 0; i < count; i++) {
            Entry entry = reading.entry(places[i]);
            add(entry.getAsset(), posted(entry.getAfter()));
        }
        count = 0;
    }

    private Balances posted(Balances balances) {
        return moment.isOfPosted()
                ? Balances.newBuilder()
                        .setDebitsPosted(balances.getDebitsPosted())
                        .setCreditsPosted(balances.getCreditsPosted())
                        .build()
                : balances;
    }

    private void add(String asset, Balances balances) {
        sums.computeIfAbsent(asset, _ -> new Counters()).add(balances);
    }
}
