package ballast.simulation.ledger;

import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.RecordedTransaction;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is true of every ledger at any time, whatever a model says: checked of what a ledger recorded, entry by entry.
final class Invariants {
    private final Map<AccountName, Counters> counters = new HashMap<>();
    private final Map<AccountName, Long> versions = new HashMap<>();
    private final Map<String, Counters> sums = new HashMap<>();
    private final Set<ByteString> ids = new HashSet<>();
    private long position;
    private long timeMillis;

    /// What a block's transactions break first, if anything.
    Optional<String> broken(Iterable<RecordedTransaction> recorded) {
        for (RecordedTransaction transaction : recorded) {
            Optional<String> broken = broken(transaction);
            if (broken.isPresent()) {
                return broken.map(rule -> rule + ": " + transaction);
            }
        }
        return Optional.empty();
    }

    /// The counters of every account as its entries left them.
    Map<AccountName, Counters> counters() {
        return Map.copyOf(counters);
    }

    private Optional<String> broken(RecordedTransaction transaction) {
        var outcome = transaction.getOutcome();
        if (outcome.getPosition() != ++position) {
            return Optional.of("positions are dense, expected " + position);
        }
        if (outcome.getTimeMillis() < timeMillis) {
            return Optional.of("time does not run backwards");
        }
        timeMillis = outcome.getTimeMillis();
        if (!ids.add(transaction.getTransaction().getId())) {
            return Optional.of("an id is recorded once");
        }
        if (outcome.hasRefused() && outcome.getEntriesCount() > 0) {
            return Optional.of("a refusal changes nothing");
        }
        for (Entry entry : outcome.getEntriesList()) {
            Optional<String> broken = enter(entry);
            if (broken.isPresent()) {
                return broken;
            }
        }
        return sums.values().stream().allMatch(Invariants::isEven)
                ? Optional.empty()
                : Optional.of("debits are credits in each asset");
    }

    private Optional<String> enter(Entry entry) {
        var name = new AccountName(entry.getAccount(), entry.getAsset());
        if (versions.merge(name, 1L, Long::sum) != entry.getVersion()) {
            return Optional.of("a version grows by one with each entry");
        }
        Counters change = change(entry);
        Counters after = counters.getOrDefault(name, Counters.ZERO).plus(change);
        if (!after.equals(Counters.of(entry.getAfter()))) {
            return Optional.of("counters change by the amount");
        }
        if (after.debitsPending().signum() < 0 || after.creditsPending().signum() < 0) {
            return Optional.of("no more is released than was held");
        }
        counters.put(name, after);
        if (entry.hasAmount()) {
            sums.merge(entry.getAsset(), change, Counters::plus);
        }
        return Optional.empty();
    }

    private static boolean isEven(Counters sum) {
        return sum.debitsPosted().equals(sum.creditsPosted())
                && sum.debitsPending().equals(sum.creditsPending());
    }

    private static Counters change(Entry entry) {
        for (Movement movement : Movement.values()) {
            BigInteger amount = Numbers.of(entry.getAmount());
            if (entry.getKind() == movement.debit()) {
                return Counters.ZERO.withDebits(movement.posted(amount), movement.pending(amount));
            }
            if (entry.getKind() == movement.credit()) {
                return Counters.ZERO.withCredits(movement.posted(amount), movement.pending(amount));
            }
        }
        if (entry.hasAmount() || entry.getKind() == EntryKind.ENTRY_KIND_UNSPECIFIED) {
            throw new IllegalArgumentException("no such entry: " + entry);
        }
        return Counters.ZERO;
    }
}
