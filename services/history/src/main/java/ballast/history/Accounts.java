package ballast.history;

import java.util.ArrayList;
import java.util.List;

/// Accounts as the index knows them.
final class Accounts {
    private Accounts() {}

    /// The one asset that is asked for, or all that an address has ever had.
    static List<String> assets(Reading reading, String account, String asset) {
        if (!asset.isEmpty()) {
            return List.of(asset);
        }
        TermKey prefix = TermKey.account(account, "");
        SortedAccounts.Walk walk = reading.index().accounts().walk(prefix, prefix);
        List<String> assets = new ArrayList<>();
        for (int term = walk.next(); term != Terms.NONE; term = walk.next()) {
            assets.add(reading.terms().text(term, true));
        }
        return assets;
    }

    /// The accounts whose addresses begin like this, from a key on.
    static SortedAccounts.Walk walk(Reading reading, String prefix, TermKey lower) {
        return reading.index()
                .accounts()
                .walk(new TermKey().kind(TermKey.ACCOUNT).part(prefix), lower);
    }

    /// Whether an account is in this asset; any is in the empty one.
    static boolean isIn(Reading reading, int term, String asset) {
        return asset.isEmpty() || reading.terms().text(term, true).equals(asset);
    }
}
