package ballast.publicapi;

import ballast.publicapi.json.Given;
import ballast.publicapi.json.JsonWriter;
import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Release;
import ballast.types.ledger.v1.ReopenAccount;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.ledger.v1.Transfer;
import java.util.List;

/// A leg in JSON: an object with one member, which names the kind.
final class LegJson {
    private static final List<String> KINDS = List.of(
            "transfer", "hold", "capture", "release", "extend", "open", "setLimits", "close", "reopen", "reverse");
    private static final List<String> TRANSFER = List.of("from", "to", "asset", "amount", "mode");
    private static final List<String> HOLD = List.of("from", "to", "asset", "amount", "mode", "timeoutMillis");
    private static final List<String> CAPTURE = List.of("hold", "amount", "releaseRest");
    private static final List<String> RELEASE = List.of("hold");
    private static final List<String> EXTEND = List.of("hold", "timeoutMillis");
    private static final List<String> REFERENCE = List.of("transaction", "leg");
    private static final List<String> SET_LIMITS = List.of("account", "asset", "limits");
    private static final List<String> ACCOUNT = List.of("account", "asset");
    private static final List<String> REVERSE = List.of("transaction");
    /// By number of [AmountMode].
    private static final List<String> MODES = List.of("exact", "upToAvailable", "upToRoom", "upToBoth");

    private LegJson() {}

    static Leg read(Given given) {
        var kind = given.onlyMember(KINDS);
        var leg = Leg.newBuilder();
        return switch (kind.name()) {
            case "transfer" -> leg.setTransfer(transfer(kind)).build();
            case "hold" -> leg.setHold(hold(kind)).build();
            case "capture" -> leg.setCapture(capture(kind)).build();
            case "release" ->
                leg.setRelease(Release.newBuilder()
                                .setHold(reference(kind.members(RELEASE).required("hold"))))
                        .build();
            case "extend" -> leg.setExtend(extend(kind)).build();
            case "open" -> leg.setOpen(TermsJson.readOpen(kind)).build();
            case "setLimits" -> leg.setSetLimits(setLimits(kind)).build();
            case "close" ->
                leg.setClose(CloseAccount.newBuilder()
                                .setAccount(account(kind.members(ACCOUNT)))
                                .setAsset(asset(kind)))
                        .build();
            case "reopen" ->
                leg.setReopen(ReopenAccount.newBuilder()
                                .setAccount(account(kind.members(ACCOUNT)))
                                .setAsset(asset(kind)))
                        .build();
            default ->
                leg.setReverse(Reverse.newBuilder()
                                .setTransaction(TransactionId.bytes(kind.members(REVERSE)
                                        .required("transaction")
                                        .uuid())))
                        .build();
        };
    }

    static void write(JsonWriter out, Leg leg) {
        out.item();
        switch (leg.getKindCase()) {
            case TRANSFER -> write(out.object("transfer"), leg.getTransfer());
            case HOLD -> write(out.object("hold"), leg.getHold());
            case CAPTURE -> write(out.object("capture"), leg.getCapture());
            case RELEASE -> write(out.object("release"), leg.getRelease().getHold());
            case EXTEND -> {
                write(out.object("extend"), leg.getExtend().getHold());
                out.unsigned("timeoutMillis", leg.getExtend().getTimeoutMillis());
            }
            case OPEN -> TermsJson.write(out.object("open"), leg.getOpen());
            case SET_LIMITS -> write(out.object("setLimits"), leg.getSetLimits());
            case CLOSE ->
                write(
                        out.object("close"),
                        leg.getClose().getAccount(),
                        leg.getClose().getAsset());
            case REOPEN ->
                write(
                        out.object("reopen"),
                        leg.getReopen().getAccount(),
                        leg.getReopen().getAsset());
            case REVERSE ->
                out.object("reverse")
                        .text("transaction", TransactionId.text(leg.getReverse().getTransaction()));
            case EXPIRE -> write(out.object("expire"), leg.getExpire().getHold());
            case KIND_NOT_SET -> out.object("unknown");
        }
        out.endObject().endObject();
    }

    private static Transfer transfer(Given given) {
        given.members(TRANSFER);
        return Transfer.newBuilder()
                .setFrom(given.required("from").text())
                .setTo(given.required("to").text())
                .setAsset(asset(given))
                .setAmount(Words128.message(given.required("amount").int128()))
                .setMode(mode(given))
                .build();
    }

    private static Hold hold(Given given) {
        given.members(HOLD);
        return Hold.newBuilder()
                .setFrom(given.required("from").text())
                .setTo(given.required("to").text())
                .setAsset(asset(given))
                .setAmount(Words128.message(given.required("amount").int128()))
                .setMode(mode(given))
                .setTimeoutMillis(
                        given.optional("timeoutMillis").map(Given::unsigned64).orElse(0L))
                .build();
    }

    private static Capture capture(Given given) {
        given.members(CAPTURE);
        var capture = Capture.newBuilder().setHold(reference(given.required("hold")));
        given.optional("amount").ifPresent(amount -> capture.setAmount(Words128.message(amount.int128())));
        given.optional("releaseRest").ifPresent(flag -> capture.setReleaseRest(flag.flag()));
        return capture.build();
    }

    private static ExtendHold extend(Given given) {
        given.members(EXTEND);
        return ExtendHold.newBuilder()
                .setHold(reference(given.required("hold")))
                .setTimeoutMillis(given.required("timeoutMillis").unsigned64())
                .build();
    }

    private static SetLimits setLimits(Given given) {
        given.members(SET_LIMITS);
        return SetLimits.newBuilder()
                .setAccount(account(given))
                .setAsset(asset(given))
                .setLimits(TermsJson.readLimits(given.required("limits")))
                .build();
    }

    private static HoldReference reference(Given given) {
        given.members(REFERENCE);
        var reference = HoldReference.newBuilder()
                .setTransaction(
                        TransactionId.bytes(given.required("transaction").uuid()));
        given.optional("leg").ifPresent(leg -> reference.setLeg(leg.unsigned32()));
        return reference.build();
    }

    private static AmountMode mode(Given given) {
        return given.optional("mode")
                .map(mode -> AmountMode.forNumber(mode.oneOf(MODES)))
                .orElse(AmountMode.AMOUNT_MODE_EXACT);
    }

    private static String account(Given given) {
        return given.required("account").text();
    }

    private static String asset(Given given) {
        return given.required("asset").text();
    }

    private static void write(JsonWriter out, Transfer transfer) {
        out.text("from", transfer.getFrom()).text("to", transfer.getTo()).text("asset", transfer.getAsset());
        out.integer("amount", Words128.of(transfer.getAmount()));
        writeMode(out, transfer.getMode());
    }

    private static void write(JsonWriter out, Hold hold) {
        out.text("from", hold.getFrom()).text("to", hold.getTo()).text("asset", hold.getAsset());
        out.integer("amount", Words128.of(hold.getAmount()));
        writeMode(out, hold.getMode());
        if (hold.getTimeoutMillis() != 0) {
            out.unsigned("timeoutMillis", hold.getTimeoutMillis());
        }
    }

    private static void write(JsonWriter out, Capture capture) {
        write(out, capture.getHold());
        if (capture.hasAmount()) {
            out.integer("amount", Words128.of(capture.getAmount()));
        }
        if (capture.getReleaseRest()) {
            out.flag("releaseRest", true);
        }
    }

    private static void write(JsonWriter out, SetLimits legs) {
        write(out, legs.getAccount(), legs.getAsset());
        TermsJson.write(out, legs.getLimits());
    }

    private static void write(JsonWriter out, HoldReference reference) {
        out.object("hold").text("transaction", TransactionId.text(reference.getTransaction()));
        if (reference.hasLeg()) {
            out.number("leg", Integer.toUnsignedLong(reference.getLeg()));
        }
        out.endObject();
    }

    private static void write(JsonWriter out, String account, String asset) {
        out.text("account", account).text("asset", asset);
    }

    private static void writeMode(JsonWriter out, AmountMode mode) {
        if (mode != AmountMode.AMOUNT_MODE_EXACT && mode != AmountMode.UNRECOGNIZED) {
            out.text("mode", MODES.get(mode.getNumber()));
        }
    }
}
