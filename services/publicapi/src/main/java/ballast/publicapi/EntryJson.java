package ballast.publicapi;

import ballast.publicapi.json.JsonWriter;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import java.util.List;

/// Changes of accounts in JSON.
final class EntryJson {
    /// By number of [ballast.types.ledger.v1.EntryKind].
    private static final List<String> KINDS = List.of(
            "unknown",
            "debit",
            "credit",
            "debitHeld",
            "creditHeld",
            "debitCaptured",
            "creditCaptured",
            "debitReleased",
            "creditReleased",
            "debitExpired",
            "creditExpired",
            "opened",
            "limitsSet",
            "closed",
            "reopened");

    private EntryJson() {}

    static void write(JsonWriter out, List<Entry> entries) {
        out.array("entries");
        for (var entry : entries) {
            writeInside(out.item(), entry);
            out.endObject();
        }
        out.endArray();
    }

    static void writeInside(JsonWriter out, Entry entry) {
        int kind = entry.getKindValue();
        out.number("leg", Integer.toUnsignedLong(entry.getLeg()))
                .text("account", entry.getAccount())
                .text("asset", entry.getAsset())
                .text("kind", KINDS.get(kind < 0 || kind >= KINDS.size() ? 0 : kind));
        if (entry.hasAmount()) {
            out.integer("amount", Words128.of(entry.getAmount()));
        }
        write(out, "after", entry.getAfter());
        out.unsigned("version", entry.getVersion());
    }

    static void write(JsonWriter out, String name, Balances counters) {
        out.object(name)
                .integer("debitsPosted", Words128.of(counters.getDebitsPosted()))
                .integer("creditsPosted", Words128.of(counters.getCreditsPosted()))
                .integer("debitsPending", Words128.of(counters.getDebitsPending()))
                .integer("creditsPending", Words128.of(counters.getCreditsPending()))
                .endObject();
    }
}
