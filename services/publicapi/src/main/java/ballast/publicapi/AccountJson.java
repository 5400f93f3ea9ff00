package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.types.history.v1.AccountBalances;
import ballast.types.history.v1.AssetSum;
import ballast.types.history.v1.HistoryEntry;
import ballast.types.ledger.v1.Account;
import ballast.types.ledger.v1.Balances;
import java.math.BigInteger;

/// Accounts, their entries and their sums in JSON.
final class AccountJson {
    private AccountJson() {}

    /// An account as it stands now.
    static void write(JsonWriter out, Account account) {
        writeBalances(out.item(), account.getAccount(), account.getAsset(), account.getBalances());
        out.unsigned("version", account.getVersion())
                .flag("opened", account.getOpened())
                .flag("closed", account.getClosed());
        TermsJson.write(out, account.getLimits());
        TermsJson.writeCode(out, account.getCode());
        if (account.hasUserData()) {
            TermsJson.write(out, account.getUserData());
        }
        if (account.hasSinceMillis()) {
            out.time("since", account.getSinceMillis());
        }
        out.endObject();
    }

    /// An account as it was.
    static void write(JsonWriter out, AccountBalances account) {
        writeBalances(out.item(), account.getAccount(), account.getAsset(), account.getBalances());
        out.unsigned("version", account.getVersion()).endObject();
    }

    static void write(JsonWriter out, HistoryEntry entry) {
        out.item()
                .unsigned("position", entry.getAt().getPosition())
                .number("entry", Integer.toUnsignedLong(entry.getAt().getEntry()))
                .text("transaction", TransactionId.text(entry.getTransactionId()))
                .time("time", entry.getCommittedMillis())
                .time("effectiveTime", entry.getEffectiveMillis());
        TermsJson.writeCode(out, entry.getCode());
        TransactionJson.writeMetadata(out, entry.getMetadataList());
        EntryJson.writeInside(out, entry.getEntry());
        out.endObject();
    }

    static void write(JsonWriter out, AssetSum sum) {
        var sums = sum.getSums();
        out.item()
                .text("asset", sum.getAsset())
                .unsigned("accounts", sum.getAccounts())
                .text("debitsPosted", sums.getDebitsPosted())
                .text("creditsPosted", sums.getCreditsPosted())
                .text("debitsPending", sums.getDebitsPending())
                .text("creditsPending", sums.getCreditsPending())
                .text("posted", posted(sum).toString())
                .endObject();
    }

    /// Credits less debits: zero over all accounts.
    static BigInteger posted(AssetSum sum) {
        return new BigInteger(sum.getSums().getCreditsPosted())
                .subtract(new BigInteger(sum.getSums().getDebitsPosted()));
    }

    /// Whether what is held by some is held for others.
    static boolean isBalanced(AssetSum sum) {
        return posted(sum).signum() == 0
                && sum.getSums().getCreditsPending().equals(sum.getSums().getDebitsPending());
    }

    private static void writeBalances(JsonWriter out, String account, String asset, Balances counters) {
        var nothing = ballast.types.protocol.v1.Int128.getDefaultInstance();
        out.text("account", account)
                .text("asset", asset)
                .text("posted", Words128.balance(counters.getCreditsPosted(), counters.getDebitsPosted(), nothing))
                .text(
                        "available",
                        Words128.balance(
                                counters.getCreditsPosted(), counters.getDebitsPosted(), counters.getDebitsPending()));
        EntryJson.write(out, "balances", counters);
    }
}
