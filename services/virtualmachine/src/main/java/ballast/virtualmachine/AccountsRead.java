package ballast.virtualmachine;

import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.types.virtualmachine.v1.AccountName;
import ballast.types.virtualmachine.v1.ReadAccountsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows accounts.
record AccountsRead(List<Name> names) implements ReadCall<ReadAccountsResponse> {
    /// @param asset empty for every asset of the address
    record Name(Address address, Optional<Asset> asset) {
        static Name of(AccountName message) throws MalformedException {
            var asset = message.getAsset();
            // Any asset will do to check an address with.
            var key = LedgerMessages.account(message.getAccount(), asset.isEmpty() ? Asset.UNIT.value() : asset);
            return new Name(key.address(), asset.isEmpty() ? Optional.empty() : Optional.of(key.asset()));
        }
    }

    @Override
    public void expect(ReadView view) {
        var state = view.state();
        for (var name : names) {
            name.asset()
                    .ifPresentOrElse(
                            asset -> state.expect(state.account(new AccountKey(name.address(), asset))),
                            () -> state.expect(state.assets(name.address())));
        }
    }

    @Override
    public ReadAccountsResponse answer(ReadView view) {
        var state = view.state();
        var keys = new ArrayList<AccountKey>();
        for (var name : names) {
            var assets = name.asset().map(List::of).orElseGet(() -> state.value(state.assets(name.address())));
            assets.forEach(asset -> keys.add(new AccountKey(name.address(), asset)));
        }
        keys.forEach(key -> state.expect(state.account(key)));
        state.fetch();
        var response = ReadAccountsResponse.newBuilder().setPosition(view.position());
        for (var key : keys) {
            response.addAccounts(message(key, state.value(state.account(key))));
        }
        return response.build();
    }

    private static ballast.types.ledger.v1.Account message(AccountKey key, Account account) {
        var balances = account.balances();
        var limits = ballast.types.ledger.v1.Limits.newBuilder();
        account.limits().lower().ifPresent(lower -> limits.setLower(LedgerMessages.message(lower)));
        account.limits().upper().ifPresent(upper -> limits.setUpper(LedgerMessages.message(upper)));
        var userData = account.userData();
        var message = ballast.types.ledger.v1.Account.newBuilder()
                .setAccount(key.address().value())
                .setAsset(key.asset().value())
                .setBalances(ballast.types.ledger.v1.Balances.newBuilder()
                        .setDebitsPosted(LedgerMessages.message(balances.debitsPosted()))
                        .setCreditsPosted(LedgerMessages.message(balances.creditsPosted()))
                        .setDebitsPending(LedgerMessages.message(balances.debitsPending()))
                        .setCreditsPending(LedgerMessages.message(balances.creditsPending())))
                .setLimits(limits)
                .setCode(account.code())
                .setUserData(ballast.types.ledger.v1.UserData.newBuilder()
                        .setWide(LedgerMessages.message(userData.wide()))
                        .setMiddle(userData.middle())
                        .setNarrow(userData.narrow()))
                .setOpened(account.opened())
                .setClosed(account.closed())
                .setVersion(account.version());
        return account.isEmpty()
                ? message.build()
                : message.setSinceMillis(account.sinceMillis()).build();
    }
}
