package ballast.simulation.ledger;

import ballast.types.ledger.v1.Account;
import com.google.protobuf.Message;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives the same transactions to a ledger and to the model, and compares everything that comes back, byte for byte.
public final class Comparison {
    private static final int READS_A_BLOCK = 3;

    private final LedgerModel model = new LedgerModel();
    private final Invariants invariants = new Invariants();
    private final Coverage coverage = new Coverage();
    private final LedgerUnderTest ledger;
    private final Workload workload;
    private final Dice dice;
    private long given;

    public Comparison(LedgerUnderTest ledger, Workload workload) {
        this.ledger = ledger;
        this.workload = workload;
        this.dice = workload.sibling();
    }

    /// Runs until so many transactions are done, or something is not as expected.
    public Optional<Difference> run(long transactions) throws Exception {
        while (given < transactions) {
            Optional<String> difference = step();
            if (difference.isPresent()) {
                return Optional.of(new Difference(given, difference.get()));
            }
        }
        return end().map(evidence -> new Difference(given, evidence));
    }

    public Coverage coverage() {
        return coverage;
    }

    /// What is expected by now.
    public LedgerModel model() {
        return model;
    }

    private Optional<String> step() throws Exception {
        Block block = workload.next();
        Optional<Block> trial = dice.percent(25) ? Optional.of(first(block)) : Optional.empty();
        if (trial.isPresent()) {
            Optional<String> different =
                    different("dry run of", trial.get(), model.dryRun(trial.get()), ledger.dryRun(trial.get()));
            if (different.isPresent()) {
                return different;
            }
        }
        BlockResult expected = model.execute(block);
        BlockResult actual = ledger.execute(block);
        workload.learn(block, expected.answers());
        given += block.transactions().size();
        coverage.add(expected);
        return differentLists("answer to", block.transactions(), expected.answers(), actual.answers())
                .or(() -> differentLists("recorded", expected.recorded(), expected.recorded(), actual.recorded()))
                .or(() -> invariants.broken(actual.recorded()))
                .or(this::readsDiffer);
    }

    private static Block first(Block block) {
        return new Block(
                block.timeMillis(),
                block.explicitAccounts(),
                block.transactions().subList(0, 1));
    }

    private Optional<String> readsDiffer() {
        List<AccountName> names = model.state().names();
        for (int i = 0; i < READS_A_BLOCK && !names.isEmpty(); i++) {
            Optional<String> different = readDiffers(dice.one(names));
            if (different.isPresent()) {
                return different;
            }
        }
        return Optional.empty();
    }

    private Optional<String> readDiffers(AccountName name) {
        try {
            Account expected = model.account(name);
            Account actual = ledger.account(name);
            return different("account", name, expected, actual).or(() -> breaksLimits(actual));
        } catch (Exception e) {
            return Optional.of("account " + name + " cannot be read: " + e);
        }
    }

    /// Every account reads as expected, and what is held is what the pending counters say.
    private Optional<String> end() {
        for (AccountName name : model.state().names()) {
            Optional<String> different = readDiffers(name);
            if (different.isPresent()) {
                return different;
            }
        }
        Map<AccountName, Counters> held = new HashMap<>();
        for (HoldState hold : model.state().holds()) {
            held.merge(hold.from(), Counters.ZERO.withDebits(BigInteger.ZERO, hold.left()), Counters::plus);
            held.merge(hold.to(), Counters.ZERO.withCredits(BigInteger.ZERO, hold.left()), Counters::plus);
        }
        return invariants.counters().entrySet().stream()
                .filter(account ->
                        !pending(account.getValue()).equals(held.getOrDefault(account.getKey(), Counters.ZERO)))
                .findFirst()
                .map(account -> "holds are not what is pending: " + account);
    }

    private static Counters pending(Counters counters) {
        return new Counters(BigInteger.ZERO, BigInteger.ZERO, counters.debitsPending(), counters.creditsPending());
    }

    private static Optional<String> breaksLimits(Account account) {
        Counters counters = Counters.of(account.getBalances());
        Bounds bounds = Bounds.of(account.getLimits());
        boolean below = bounds.lower()
                .filter(lower -> counters.available().compareTo(lower) < 0)
                .isPresent();
        boolean above = bounds.upper()
                .filter(upper -> counters.most().compareTo(upper) > 0)
                .isPresent();
        return below || above ? Optional.of("limits are kept: " + account) : Optional.empty();
    }

    private static <T extends Message> Optional<String> differentLists(
            String what, List<?> asked, List<T> expected, List<T> actual) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            Optional<String> different = different(what, asked.get(i), expected.get(i), actual.get(i));
            if (different.isPresent()) {
                return different;
            }
        }
        return expected.size() == actual.size()
                ? Optional.empty()
                : Optional.of("%s: expected %d, got %d".formatted(what, expected.size(), actual.size()));
    }

    private static Optional<String> different(String what, Object asked, Message expected, Message actual) {
        boolean same = expected.equals(actual)
                && (expected instanceof Account || expected.toByteString().equals(actual.toByteString()));
        return same
                ? Optional.empty()
                : Optional.of("%s %s%n--- expected%n%s%n--- got%n%s".formatted(what, asked, expected, actual));
    }
}
