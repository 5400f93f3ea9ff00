package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.publicapi.json.JsonWriter;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.UserData;
import java.util.List;

/// An account's terms in JSON: limits, code and user data.
final class TermsJson {
    private static final List<String> OPEN = List.of("account", "asset", "limits", "code", "userData");
    private static final List<String> LIMITS = List.of("lower", "upper");
    private static final List<String> USER_DATA = List.of("wide", "middle", "narrow");

    private TermsJson() {}

    static OpenAccount readOpen(Given given) {
        given.members(OPEN);
        var open = OpenAccount.newBuilder()
                .setAccount(given.required("account").text())
                .setAsset(given.required("asset").text());
        given.optional("limits").ifPresent(limits -> open.setLimits(readLimits(limits)));
        given.optional("code").ifPresent(code -> open.setCode(code.unsigned32()));
        given.optional("userData").ifPresent(words -> open.setUserData(readUserData(words)));
        return open.build();
    }

    static Limits readLimits(Given given) {
        given.members(LIMITS);
        var limits = Limits.newBuilder();
        given.optional("lower").ifPresent(lower -> limits.setLower(Words128.message(lower.int128())));
        given.optional("upper").ifPresent(upper -> limits.setUpper(Words128.message(upper.int128())));
        return limits.build();
    }

    static void write(JsonWriter out, OpenAccount open) {
        out.text("account", open.getAccount()).text("asset", open.getAsset());
        if (open.hasLimits()) {
            write(out, open.getLimits());
        }
        writeCode(out, open.getCode());
        if (open.hasUserData()) {
            write(out, open.getUserData());
        }
    }

    static void write(JsonWriter out, Limits limits) {
        out.object("limits");
        if (limits.hasLower()) {
            out.integer("lower", Words128.of(limits.getLower()));
        }
        if (limits.hasUpper()) {
            out.integer("upper", Words128.of(limits.getUpper()));
        }
        out.endObject();
    }

    static void write(JsonWriter out, UserData words) {
        out.object("userData")
                .integer("wide", Words128.of(words.getWide()))
                .unsigned("middle", words.getMiddle())
                .number("narrow", Integer.toUnsignedLong(words.getNarrow()))
                .endObject();
    }

    /// A code of 0 is none.
    static void writeCode(JsonWriter out, int code) {
        if (code != 0) {
            out.number("code", Integer.toUnsignedLong(code));
        }
    }

    private static UserData readUserData(Given given) {
        given.members(USER_DATA);
        var words = UserData.newBuilder();
        given.optional("wide").ifPresent(wide -> words.setWide(Words128.message(wide.int128())));
        given.optional("middle").ifPresent(middle -> words.setMiddle(middle.unsigned64()));
        given.optional("narrow").ifPresent(narrow -> words.setNarrow(narrow.unsigned32()));
        return words.build();
    }
}
