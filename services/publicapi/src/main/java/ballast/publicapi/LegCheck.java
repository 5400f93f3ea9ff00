package ballast.publicapi;

import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.Transfer;
import com.google.protobuf.Message;

/// Whether a leg can be meant. Fields are called as in JSON.
final class LegCheck {
    private LegCheck() {}

    /// @throws InvalidArgumentException names the field that is wrong
    static void require(Leg leg) {
        Arguments.requireKnownFields("", leg);
        var kind = leg.getKindCase();
        try {
            switch (kind) {
                case TRANSFER -> transfer(leg.getTransfer());
                case HOLD -> hold(leg.getHold());
                case CAPTURE -> capture(leg.getCapture());
                case RELEASE -> reference(leg.getRelease(), leg.getRelease().getHold());
                case EXTEND -> reference(leg.getExtend(), leg.getExtend().getHold());
                case OPEN -> open(leg.getOpen());
                case SET_LIMITS -> {
                    account(
                            leg.getSetLimits(),
                            leg.getSetLimits().getAccount(),
                            leg.getSetLimits().getAsset());
                    limits(leg.getSetLimits().getLimits());
                }
                case CLOSE ->
                    account(
                            leg.getClose(),
                            leg.getClose().getAccount(),
                            leg.getClose().getAsset());
                case REOPEN ->
                    account(
                            leg.getReopen(),
                            leg.getReopen().getAccount(),
                            leg.getReopen().getAsset());
                case REVERSE -> reverse(leg.getReverse());
                case EXPIRE -> throw new InvalidArgumentException("", "only the ledger itself writes this kind of leg");
                case KIND_NOT_SET -> throw new InvalidArgumentException("", "the leg has no kind");
            }
        } catch (InvalidArgumentException e) {
            throw kind == Leg.KindCase.KIND_NOT_SET ? e : e.inside(name(kind));
        }
    }

    private static String name(Leg.KindCase kind) {
        return switch (kind) {
            case TRANSFER -> "transfer";
            case HOLD -> "hold";
            case CAPTURE -> "capture";
            case RELEASE -> "release";
            case EXTEND -> "extend";
            case OPEN -> "open";
            case SET_LIMITS -> "setLimits";
            case CLOSE -> "close";
            case REOPEN -> "reopen";
            case REVERSE -> "reverse";
            case EXPIRE -> "expire";
            case KIND_NOT_SET -> "";
        };
    }

    private static void transfer(Transfer transfer) {
        Arguments.requireKnownFields("", transfer);
        Arguments.requireAddress("from", transfer.getFrom());
        Arguments.requireAddress("to", transfer.getTo());
        Arguments.requireAsset("asset", transfer.getAsset());
        amount(transfer.getAmount());
        mode(transfer.getMode());
    }

    private static void hold(Hold hold) {
        Arguments.requireKnownFields("", hold);
        Arguments.requireAddress("from", hold.getFrom());
        Arguments.requireAddress("to", hold.getTo());
        Arguments.requireAsset("asset", hold.getAsset());
        amount(hold.getAmount());
        mode(hold.getMode());
    }

    private static void capture(Capture capture) {
        reference(capture, capture.getHold());
        if (capture.hasAmount()) {
            amount(capture.getAmount());
            if (!capture.getHold().hasLeg()) {
                throw new InvalidArgumentException(
                        "amount", "needs hold.leg beside it: without a leg, all holds are captured whole");
            }
        }
    }

    private static void open(OpenAccount open) {
        account(open, open.getAccount(), open.getAsset());
        limits(open.getLimits());
        Arguments.requireKnownFields("userData", open.getUserData());
        Arguments.requireKnownFields("userData.wide", open.getUserData().getWide());
    }

    private static void reverse(Reverse reverse) {
        Arguments.requireKnownFields("", reverse);
        Arguments.requireId("transaction", reverse.getTransaction());
    }

    private static void reference(Message leg, HoldReference reference) {
        Arguments.requireKnownFields("", leg);
        Arguments.requireKnownFields("hold", reference);
        Arguments.requireId("hold.transaction", reference.getTransaction());
    }

    private static void account(Message leg, String account, String asset) {
        Arguments.requireKnownFields("", leg);
        Arguments.requireAddress("account", account);
        Arguments.requireAsset("asset", asset);
    }

    private static void limits(Limits limits) {
        Arguments.requireKnownFields("limits", limits);
        Arguments.requireKnownFields("limits.lower", limits.getLower());
        Arguments.requireKnownFields("limits.upper", limits.getUpper());
        if (limits.hasLower()
                && limits.hasUpper()
                && Words128.of(limits.getLower()).compareTo(Words128.of(limits.getUpper())) > 0) {
            throw new InvalidArgumentException("limits", "the lower limit is above the upper one");
        }
    }

    private static void amount(ballast.types.protocol.v1.Int128 amount) {
        Arguments.requireKnownFields("amount", amount);
        Arguments.requireAmount("amount", amount);
    }

    private static void mode(AmountMode mode) {
        if (mode == AmountMode.UNRECOGNIZED) {
            throw new InvalidArgumentException("mode", "is not known");
        }
    }
}
