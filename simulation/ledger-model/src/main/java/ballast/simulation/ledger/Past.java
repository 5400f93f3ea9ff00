package ballast.simulation.ledger;

import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.AssetSum;
import ballast.types.history.v1.SummedBalances;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Balances as they were, found by adding up all of history again for each question.
public final class Past {
    private final List<RecordedTransaction> recorded;

    public Past(List<RecordedTransaction> recorded) {
        this.recorded = recorded;
    }

    /// Every account that had an entry at a moment, by address and then asset.
    public List<AccountBalances> balances(AsOf moment) {
        Map<AccountName, AccountBalances> found = new TreeMap<>();
        for (RecordedTransaction transaction : recorded) {
            if (belongs(transaction, moment)) {
                for (Entry entry : transaction.getOutcome().getEntriesList()) {
                    var name = new AccountName(entry.getAccount(), entry.getAsset());
                    found.put(name, after(entry, moment, found.get(name)));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /// The sums over all accounts with an address that begins so, by asset.
    public List<AssetSum> sums(String prefix, AsOf moment) {
        Map<String, List<Counters>> byAsset = new TreeMap<>();
        for (AccountBalances balances : balances(moment)) {
            if (balances.getAccount().startsWith(prefix)) {
                byAsset.computeIfAbsent(balances.getAsset(), _ -> new ArrayList<>())
                        .add(Counters.of(balances.getBalances()));
            }
        }
        return byAsset.entrySet().stream()
                .map(asset -> AssetSum.newBuilder()
                        .setAsset(asset.getKey())
                        .setAccounts(asset.getValue().size())
                        .setSums(digits(asset.getValue().stream().reduce(Counters.ZERO, Counters::plus)))
                        .build())
                .toList();
    }

    private boolean belongs(RecordedTransaction transaction, AsOf moment) {
        return switch (moment.getMomentCase()) {
            case POSITION -> transaction.getOutcome().getPosition() <= moment.getPosition();
            case COMMITTED_MILLIS -> transaction.getOutcome().getTimeMillis() <= moment.getCommittedMillis();
            case EFFECTIVE_MILLIS -> effective(transaction) <= moment.getEffectiveMillis();
            case MOMENT_NOT_SET -> true;
        };
    }

    private static long effective(RecordedTransaction transaction) {
        return transaction.getTransaction().hasEffectiveTimeMillis()
                ? transaction.getTransaction().getEffectiveTimeMillis()
                : transaction.getOutcome().getTimeMillis();
    }

    private static AccountBalances after(Entry entry, AsOf moment, @Nullable AccountBalances before) {
        var balances =
                AccountBalances.newBuilder().setAccount(entry.getAccount()).setAsset(entry.getAsset());
        if (!moment.hasEffectiveMillis()) {
            return balances.setBalances(entry.getAfter())
                    .setVersion(entry.getVersion())
                    .build();
        }
        Balances sum = before == null ? Counters.ZERO.message() : before.getBalances();
        return balances.setBalances(Counters.of(sum).plus(posted(entry)).message())
                .build();
    }

    private static Counters posted(Entry entry) {
        var amount = Numbers.of(entry.getAmount());
        return switch (entry.getKind()) {
            case ENTRY_KIND_DEBIT, ENTRY_KIND_DEBIT_CAPTURED ->
                Counters.ZERO.withDebits(amount, Counters.ZERO.debitsPending());
            case ENTRY_KIND_CREDIT, ENTRY_KIND_CREDIT_CAPTURED ->
                Counters.ZERO.withCredits(amount, Counters.ZERO.creditsPending());
            case ENTRY_KIND_DEBIT_HELD,
                    ENTRY_KIND_CREDIT_HELD,
                    ENTRY_KIND_DEBIT_RELEASED,
                    ENTRY_KIND_CREDIT_RELEASED,
                    ENTRY_KIND_DEBIT_EXPIRED,
                    ENTRY_KIND_CREDIT_EXPIRED,
                    ENTRY_KIND_OPENED,
                    ENTRY_KIND_LIMITS_SET,
                    ENTRY_KIND_CLOSED,
                    ENTRY_KIND_REOPENED,
                    ENTRY_KIND_UNSPECIFIED,
                    UNRECOGNIZED -> Counters.ZERO;
        };
    }

    private static SummedBalances digits(Counters sum) {
        return SummedBalances.newBuilder()
                .setDebitsPosted(sum.debitsPosted().toString())
                .setCreditsPosted(sum.creditsPosted().toString())
                .setDebitsPending(sum.debitsPending().toString())
                .setCreditsPending(sum.creditsPending().toString())
                .build();
    }
}
