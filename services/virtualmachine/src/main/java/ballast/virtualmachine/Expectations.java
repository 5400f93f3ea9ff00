package ballast.virtualmachine;

import ballast.ledger.AccountKey;
import ballast.ledger.HoldId;
import ballast.ledger.Leg;
import java.util.ArrayList;
import java.util.List;

/// Says which keys a block's transactions will want, so that few reads of the state fetch nearly all of them.
/// Only speed depends on it.
final class Expectations {
    private final StateOverlay overlay;

    /// The holds that were named, which lead to their accounts.
    private final List<HoldId> holds = new ArrayList<>();

    Expectations(StateOverlay overlay) {
        this.overlay = overlay;
    }

    /// Fetches in two rounds: what the transactions name, and what that leads to.
    ///
    /// @param accounts that are expected already
    void fetch(List<StateOverlay.Found> accounts, List<Reading.Legs> transactions) {
        for (var legs : transactions) {
            var transaction = legs.transaction();
            transaction.conditions().forEach(condition -> overlay.expect(overlay.account(condition.account())));
            transaction.legs().forEach(leg -> expectNamed(leg, legs.accounts()));
        }
        overlay.fetch();
        accounts.forEach(this::expectAssets);
        for (var legs : transactions) {
            legs.accounts().forEach(this::expectAssets);
        }
        holds.forEach(this::expectAccounts);
        overlay.fetch();
    }

    private void expectNamed(Leg leg, List<StateOverlay.Found> accounts) {
        switch (leg) {
            case Leg.Transfer transfer -> {
                expect(transfer.from(), accounts);
                expect(transfer.to(), accounts);
            }
            case Leg.Hold hold -> {
                expect(hold.from(), accounts);
                expect(hold.to(), accounts);
            }
            case Leg.Capture capture -> expect(capture.hold());
            case Leg.Release release -> expect(release.hold());
            case Leg.Extend extend -> expect(extend.hold());
            case Leg.Open open -> expect(open.account(), accounts);
            case Leg.SetLimits setLimits -> expect(setLimits.account(), accounts);
            case Leg.Close close -> expect(close.account(), accounts);
            case Leg.Reopen reopen -> expect(reopen.account(), accounts);
            case Leg.Reverse reverse -> overlay.expect(overlay.transaction(reverse.transaction()));
            case Leg.Expire _ -> {}
        }
    }

    private void expect(AccountKey account, List<StateOverlay.Found> accounts) {
        var found = overlay.found(account);
        overlay.expect(found.slot());
        accounts.add(found);
    }

    private void expect(Leg.HoldReference reference) {
        overlay.expect(overlay.transaction(reference.transaction()));
        reference.leg().ifPresent(leg -> expect(new HoldId(reference.transaction(), leg)));
    }

    private void expect(HoldId hold) {
        overlay.expect(overlay.hold(hold));
        holds.add(hold);
    }

    /// The first entry of an account adds its asset to its address.
    private void expectAssets(StateOverlay.Found account) {
        if (account.slot().value.isEmpty()) {
            overlay.expect(overlay.assets(account.key().address()));
        }
    }

    private void expectAccounts(HoldId id) {
        overlay.hold(id).value.ifPresent(hold -> {
            overlay.expect(overlay.account(hold.from()));
            overlay.expect(overlay.account(hold.to()));
        });
    }
}
