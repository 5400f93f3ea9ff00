package ballast.history;

import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AccountCursor;
import ballast.types.history.v1.AsOf;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListAccountsResponse;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadBalancesResponse;
import java.util.Optional;

/// Accounts as they were: those of one address, or a page of those with a beginning.
final class BalanceReading {
    private BalanceReading() {}

    static void check(ReadBalancesRequest request, long newest) {
        Checks.account(request.getAccount(), "account");
        Checks.assetOrEvery(request.getAsset());
        Moment.check(request.getAsOf(), newest);
    }

    static ReadBalancesResponse balances(ReadBalancesRequest request, Reading reading) {
        var moment = new Moment(reading, request.getAsOf());
        var answer = ReadBalancesResponse.newBuilder().setPosition(moment.position());
        for (String asset : Accounts.assets(reading, request.getAccount(), request.getAsset())) {
            int term = reading.terms().find(TermKey.account(request.getAccount(), asset));
            if (term != Terms.NONE) {
                moment.balances(term).ifPresent(answer::addAccounts);
            }
        }
        return answer.build();
    }

    static void check(ListAccountsRequest request, long newest) {
        Checks.prefix(request.getPrefix());
        Checks.assetOrEvery(request.getAsset());
        Checks.limit(request.getLimit());
        if (request.hasAfter()) {
            Checks.account(request.getAfter().getAccount(), "after.account");
            Checks.asset(request.getAfter().getAsset(), "after.asset");
        }
        if (request.hasAsOf()) {
            Checks.existing(request.getAsOf(), newest, "as_of");
        }
    }

    static ListAccountsResponse page(ListAccountsRequest request, Reading reading, HistoryOptions options) {
        long asOf = request.hasAsOf() ? request.getAsOf() : reading.position();
        var moment = new Moment(reading, AsOf.newBuilder().setPosition(asOf).build());
        var page = ListAccountsResponse.newBuilder().setPosition(asOf);
        var budget = new Budget(request.getLimit(), options);
        var walk = Accounts.walk(reading, request.getPrefix(), lower(request));
        int looked = Terms.NONE;
        int term = walk.next();
        while (term != Terms.NONE && !budget.isSpent()) {
            budget.spend();
            looked = term;
            if (Accounts.isIn(reading, term, request.getAsset())) {
                Optional<AccountBalances> balances = moment.balances(term);
                balances.ifPresent(page::addAccounts);
                balances.ifPresent(account -> budget.take(account.getSerializedSize()));
            }
            term = walk.next();
        }
        if (term != Terms.NONE) {
            page.setNext(AccountCursor.newBuilder()
                    .setAccount(reading.terms().text(looked, false))
                    .setAsset(reading.terms().text(looked, true)));
        }
        return page.build();
    }

    /// The least key behind the cursor: that of the cursor and one more zero.
    private static TermKey lower(ListAccountsRequest request) {
        var after = request.getAfter();
        return request.hasAfter()
                ? TermKey.account(after.getAccount(), after.getAsset()).zero()
                : new TermKey().kind(TermKey.ACCOUNT);
    }
}
