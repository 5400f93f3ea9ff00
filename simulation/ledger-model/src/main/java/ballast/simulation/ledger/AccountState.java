package ballast.simulation.ledger;

import ballast.types.ledger.v1.Account;

/// An account as it stands.
///
/// @param version the number of its entries; without any, it does not exist
/// @param sinceMillis when its first entry was made
record AccountState(Counters counters, Bounds bounds, Terms terms, boolean closed, long version, long sinceMillis) {
    static final AccountState UNUSED = new AccountState(Counters.ZERO, Bounds.NONE, Terms.NONE, false, 0, 0);

    AccountState with(Counters changed) {
        return new AccountState(changed, bounds, terms, closed, version, sinceMillis);
    }

    AccountState with(Bounds changed) {
        return new AccountState(counters, changed, terms, closed, version, sinceMillis);
    }

    AccountState with(Terms changed) {
        return new AccountState(counters, bounds, changed, closed, version, sinceMillis);
    }

    AccountState withClosed(boolean changed) {
        return new AccountState(counters, bounds, terms, changed, version, sinceMillis);
    }

    AccountState entered(long newVersion, long timeMillis) {
        return new AccountState(counters, bounds, terms, closed, newVersion, version == 0 ? timeMillis : sinceMillis);
    }

    boolean exists() {
        return version > 0;
    }

    Account message(AccountName name) {
        var account = Account.newBuilder()
                .setAccount(name.address())
                .setAsset(name.asset())
                .setBalances(counters.message())
                .setLimits(bounds.message())
                .setCode(terms.code())
                .setUserData(terms.userData())
                .setOpened(terms.opened())
                .setClosed(closed)
                .setVersion(version);
        if (exists()) {
            account.setSinceMillis(sinceMillis);
        }
        return account.build();
    }
}
