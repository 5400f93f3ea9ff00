package ballast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A ledger that tables talk to in the words of [Spoken]. Transactions are called t1, t2, … in order.
///
/// Between them can stand: `@5000` (the block time from now on), `explicit` (accounts must be opened from now on),
/// `fill a` (gives the address `a` as many assets as it can have), `sweep t1#0` (the ledger expires a hold by itself).
/// After each of them the sums of the whole ledger are checked.
final class Scene {
    private StateInMaps state = new StateInMaps();
    private BlockContext block = new BlockContext(1_000, false);
    private int transactions;

    /// A scene after what has happened, its steps between semicolons.
    static Scene after(String history) {
        var scene = new Scene();
        for (var step : history.split(";", -1)) {
            if (!step.isBlank()) {
                scene.happens(step.trim());
            }
        }
        return scene;
    }

    StateInMaps state() {
        return state;
    }

    private void happens(String step) {
        if (step.startsWith("@")) {
            block = new BlockContext(Long.parseLong(step.substring(1)), block.explicitAccounts());
        } else if (step.equals("explicit")) {
            block = new BlockContext(block.timeMillis(), true);
        } else if (step.startsWith("fill ")) {
            for (int asset = 0; asset < Ledger.ASSETS_MAX; asset++) {
                says("open %s AAA%d".formatted(step.substring(5), asset));
            }
            transactions -= Ledger.ASSETS_MAX;
        } else if (step.startsWith("sweep ")) {
            sweeps(step.substring(6));
        } else {
            says(step);
        }
    }

    /// What becomes of a transaction: the entries that it made, or why it was refused.
    String says(String transaction) {
        var id = new TransactionId(0, ++transactions);
        return printed(outcome(Spoken.transaction(id, transaction)));
    }

    LedgerOutcome outcome(LedgerTransaction transaction) {
        var before = state.copy();
        var outcome = Ledger.apply(transaction, state, block);
        if (outcome instanceof LedgerOutcome.Refused) {
            state = before;
        }
        state.record(transaction.id(), outcome);
        checkSums();
        return outcome;
    }

    String sweeps(String hold) {
        var id = new TransactionId(0, ++transactions);
        var outcome = Ledger.expire(id, Spoken.hold(hold), state, block);
        state.record(id, outcome);
        checkSums();
        return printed(outcome);
    }

    /// Accounts as they stand: debits posted, credits posted, debits pending, credits pending, version.
    String shows(String addresses) {
        return Stream.of(addresses.split(" ", -1))
                .map(address -> address + " " + printed(state.account(Spoken.account(address, "USD"))))
                .collect(Collectors.joining(", "));
    }

    /// Holds as they stand.
    String showsHolds(String holds) {
        return Stream.of(holds.split(" ", -1))
                .map(Spoken::hold)
                .map(id -> state.hold(id).orElseThrow())
                .map(hold -> "%s %s of %s".formatted(hold.state(), hold.remaining(), hold.amount()))
                .collect(Collectors.joining(", "));
    }

    static String printed(LedgerOutcome outcome) {
        return switch (outcome) {
            case LedgerOutcome.Refused refused -> {
                var leg = refused.leg().isPresent() ? " leg " + refused.leg().getAsInt() : "";
                var condition = refused.condition().isPresent()
                        ? " condition " + refused.condition().getAsInt()
                        : "";
                yield refused.reason() + leg + condition;
            }
            case LedgerOutcome.Committed(List<Entry> entries) ->
                entries.isEmpty()
                        ? "nothing"
                        : entries.stream().map(Scene::printed).collect(Collectors.joining(", "));
        };
    }

    private static String printed(Entry entry) {
        var asset = entry.account().asset().value();
        return "%s %s%s%s"
                .formatted(
                        entry.account().address(),
                        entry.kind(),
                        entry.amount().signum() == 0 ? "" : " " + Spoken.text(entry.amount()),
                        asset.equals("USD") ? "" : " " + asset);
    }

    private static String printed(Account account) {
        var balances = account.balances();
        return "%s %s %s %s v%d"
                .formatted(
                        Spoken.text(balances.debitsPosted()),
                        Spoken.text(balances.creditsPosted()),
                        Spoken.text(balances.debitsPending()),
                        Spoken.text(balances.creditsPending()),
                        account.version());
    }

    /// In each asset, debits equal credits, posted and pending; and what holds hold is what is pending.
    private void checkSums() {
        var byAsset = state.accounts().entrySet().stream()
                .collect(Collectors.groupingBy(entry -> entry.getKey().asset()));
        byAsset.forEach((asset, accounts) -> {
            var balances = accounts.stream()
                    .map(Map.Entry::getValue)
                    .map(Account::balances)
                    .toList();
            assertThat(sum(balances.stream().map(Balances::debitsPosted)))
                    .isEqualTo(sum(balances.stream().map(Balances::creditsPosted)));
            var pending = sum(balances.stream().map(Balances::debitsPending));
            assertThat(pending).isEqualTo(sum(balances.stream().map(Balances::creditsPending)));
            assertThat(pending)
                    .isEqualTo(sum(state.holds().values().stream()
                            .filter(hold -> hold.from().asset().equals(asset))
                            .filter(hold -> hold.state() == Hold.State.PENDING)
                            .map(Hold::remaining)));
        });
    }

    private static java.math.BigInteger sum(Stream<Int128> numbers) {
        return numbers.map(number -> new java.math.BigInteger(number.toString()))
                .reduce(java.math.BigInteger.ZERO, java.math.BigInteger::add);
    }
}
