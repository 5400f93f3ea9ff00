package ballast.history.testing;

import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.AssetSum;
import ballast.types.history.v1.SummedBalances;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.RecordedTransaction;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Every account at a moment, found by going through everything up to it.
final class PastBalances {
    /// By address and asset with a blank between, which sorts below every character that they may have.
    private final Map<String, AccountBalances> accounts = new TreeMap<>();

    private final long position;

    PastBalances(List<RecordedTransaction> everything, AsOf moment) {
        switch (moment.getMomentCase()) {
            case POSITION, COMMITTED_MILLIS, MOMENT_NOT_SET -> {
                var past = everything.stream()
                        .filter(recorded -> isPast(recorded, moment))
                        .toList();
                position = past.size();
                past.forEach(recorded -> recorded.getOutcome().getEntriesList().forEach(this::stand));
            }
            case EFFECTIVE_MILLIS -> {
                position = everything.size();
                everything.stream()
                        .filter(recorded ->
                                Long.compareUnsigned(Matches.effectiveMillis(recorded), moment.getEffectiveMillis())
                                        <= 0)
                        .forEach(recorded ->
                                recorded.getOutcome().getEntriesList().forEach(this::add));
            }
            default -> throw new IllegalArgumentException("moment: " + moment);
        }
    }

    long position() {
        return position;
    }

    List<AccountBalances> of(Predicate<AccountBalances> which) {
        return accounts.values().stream().filter(which).toList();
    }

    List<AssetSum> sums(Predicate<AccountBalances> which) {
        Map<String, List<AccountBalances>> byAsset = new TreeMap<>();
        for (var account : of(which)) {
            byAsset.merge(
                    account.getAsset(),
                    List.of(account),
                    (left, right) ->
                            Stream.concat(left.stream(), right.stream()).toList());
        }
        return byAsset.entrySet().stream()
                .map(asset -> AssetSum.newBuilder()
                        .setAsset(asset.getKey())
                        .setAccounts(asset.getValue().size())
                        .setSums(SummedBalances.newBuilder()
                                .setDebitsPosted(sum(asset.getValue(), Balances::getDebitsPosted))
                                .setCreditsPosted(sum(asset.getValue(), Balances::getCreditsPosted))
                                .setDebitsPending(sum(asset.getValue(), Balances::getDebitsPending))
                                .setCreditsPending(sum(asset.getValue(), Balances::getCreditsPending)))
                        .build())
                .toList();
    }

    private static boolean isPast(RecordedTransaction recorded, AsOf moment) {
        var outcome = recorded.getOutcome();
        return switch (moment.getMomentCase()) {
            case POSITION -> outcome.getPosition() <= moment.getPosition();
            case COMMITTED_MILLIS -> Long.compareUnsigned(outcome.getTimeMillis(), moment.getCommittedMillis()) <= 0;
            case EFFECTIVE_MILLIS, MOMENT_NOT_SET -> true;
        };
    }

    private void stand(Entry entry) {
        accounts.put(
                key(entry),
                AccountBalances.newBuilder()
                        .setAccount(entry.getAccount())
                        .setAsset(entry.getAsset())
                        .setBalances(entry.getAfter())
                        .setVersion(entry.getVersion())
                        .build());
    }

    private void add(Entry entry) {
        var before = accounts.getOrDefault(key(entry), AccountBalances.getDefaultInstance())
                .getBalances();
        accounts.put(
                key(entry),
                AccountBalances.newBuilder()
                        .setAccount(entry.getAccount())
                        .setAsset(entry.getAsset())
                        .setBalances(Money.balances(
                                Money.of(before.getDebitsPosted()).add(Money.debited(entry)),
                                Money.of(before.getCreditsPosted()).add(Money.credited(entry)),
                                BigInteger.ZERO,
                                BigInteger.ZERO))
                        .build());
    }

    private static String key(Entry entry) {
        return entry.getAccount() + " " + entry.getAsset();
    }

    private static String sum(List<AccountBalances> accounts, Function<Balances, Int128> counter) {
        return accounts.stream()
                .map(account -> Money.of(counter.apply(account.getBalances())))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .toString();
    }
}
