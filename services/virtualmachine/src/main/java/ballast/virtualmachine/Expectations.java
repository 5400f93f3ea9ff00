package ballast.virtualmachine;

import ballast.ledger.AccountKey;
import ballast.ledger.HoldId;
import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import java.util.List;

/// Says which keys a block's transactions will want, so that few reads of the state fetch nearly all of them.
/// Only speed depends on it.
final class Expectations {
    private final StateOverlay overlay;

    Expectations(StateOverlay overlay) {
        this.overlay = overlay;
    }

    /// Fetches in two rounds: what the transactions name, and what that leads to.
    void fetch(List<LedgerTransaction> transactions) {
        for (var transaction : transactions) {
            transaction.conditions().forEach(condition -> overlay.expect(overlay.account(condition.account())));
            transaction.legs().forEach(this::expectNamed);
        }
        overlay.fetch();
        for (var transaction : transactions) {
            transaction.legs().forEach(this::expectBehind);
        }
        overlay.fetch();
    }

    private void expectNamed(Leg leg) {
        switch (leg) {
            case Leg.Transfer transfer -> {
                expect(transfer.from());
                expect(transfer.to());
            }
            case Leg.Hold hold -> {
                expect(hold.from());
                expect(hold.to());
            }
            case Leg.Capture capture -> expect(capture.hold());
            case Leg.Release release -> expect(release.hold());
            case Leg.Extend extend -> expect(extend.hold());
            case Leg.Open open -> expect(open.account());
            case Leg.SetLimits setLimits -> expect(setLimits.account());
            case Leg.Close close -> expect(close.account());
            case Leg.Reopen reopen -> expect(reopen.account());
            case Leg.Reverse reverse -> overlay.expect(overlay.transaction(reverse.transaction()));
            case Leg.Expire expire -> overlay.expect(overlay.hold(expire.hold()));
        }
    }

    private void expectBehind(Leg leg) {
        switch (leg) {
            case Leg.Transfer transfer -> {
                expectAssets(transfer.from());
                expectAssets(transfer.to());
            }
            case Leg.Hold hold -> {
                expectAssets(hold.from());
                expectAssets(hold.to());
            }
            case Leg.Capture capture -> expectAccounts(capture.hold());
            case Leg.Release release -> expectAccounts(release.hold());
            case Leg.Extend extend -> expectAccounts(extend.hold());
            case Leg.Open open -> expectAssets(open.account());
            case Leg.SetLimits setLimits -> expectAssets(setLimits.account());
            case Leg.Close close -> expectAssets(close.account());
            case Leg.Reopen _, Leg.Reverse _, Leg.Expire _ -> {}
        }
    }

    private void expect(AccountKey account) {
        overlay.expect(overlay.account(account));
    }

    private void expect(Leg.HoldReference reference) {
        overlay.expect(overlay.transaction(reference.transaction()));
        reference.leg().ifPresent(leg -> overlay.expect(overlay.hold(new HoldId(reference.transaction(), leg))));
    }

    /// The first entry of an account adds its asset to its address.
    private void expectAssets(AccountKey account) {
        if (overlay.account(account).value.isEmpty()) {
            overlay.expect(overlay.assets(account.address()));
        }
    }

    private void expectAccounts(Leg.HoldReference reference) {
        reference
                .leg()
                .ifPresent(leg -> overlay.hold(new HoldId(reference.transaction(), leg))
                        .value
                        .ifPresent(hold -> {
                            expect(hold.from());
                            expect(hold.to());
                        }));
    }
}
