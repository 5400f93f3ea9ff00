package ballast.virtualmachine;

import ballast.ledger.AccountKey;
import ballast.ledger.Amount;
import ballast.ledger.AmountMode;
import ballast.ledger.Leg;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.ledger.v1.Transfer;
import java.util.Optional;
import java.util.OptionalInt;

/// The legs of a transaction in the ledger's words.
final class LegMessages {
    private LegMessages() {}

    static Leg leg(ballast.types.ledger.v1.Leg message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return switch (message.getKindCase()) {
            case TRANSFER -> transfer(message.getTransfer());
            case HOLD -> hold(message.getHold());
            case CAPTURE -> capture(message.getCapture());
            case RELEASE -> {
                LedgerMessages.requireKnown(message.getRelease());
                yield new Leg.Release(reference(message.getRelease().getHold()));
            }
            case EXTEND -> extend(message.getExtend());
            case OPEN -> open(message.getOpen());
            case SET_LIMITS -> setLimits(message.getSetLimits());
            case CLOSE -> {
                LedgerMessages.requireKnown(message.getClose());
                yield new Leg.Close(LedgerMessages.account(
                        message.getClose().getAccount(), message.getClose().getAsset()));
            }
            case REOPEN -> {
                LedgerMessages.requireKnown(message.getReopen());
                yield new Leg.Reopen(LedgerMessages.account(
                        message.getReopen().getAccount(), message.getReopen().getAsset()));
            }
            case REVERSE -> {
                LedgerMessages.requireKnown(message.getReverse());
                yield new Leg.Reverse(LedgerMessages.id(message.getReverse().getTransaction()));
            }
            // Only the ledger itself expires a hold.
            case EXPIRE, KIND_NOT_SET -> throw new MalformedException();
        };
    }

    private static Leg transfer(Transfer message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.Transfer(
                account(message.getFrom(), message.getAsset()),
                account(message.getTo(), message.getAsset()),
                LedgerMessages.amount(message.getAmount()),
                mode(message.getMode()));
    }

    private static Leg hold(Hold message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.Hold(
                account(message.getFrom(), message.getAsset()),
                account(message.getTo(), message.getAsset()),
                LedgerMessages.amount(message.getAmount()),
                mode(message.getMode()),
                message.getTimeoutMillis());
    }

    private static Leg capture(Capture message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        Optional<Amount> amount =
                message.hasAmount() ? Optional.of(LedgerMessages.amount(message.getAmount())) : Optional.empty();
        return new Leg.Capture(reference(message.getHold()), amount, message.getReleaseRest());
    }

    private static Leg extend(ExtendHold message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.Extend(reference(message.getHold()), message.getTimeoutMillis());
    }

    private static Leg open(OpenAccount message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.Open(
                account(message.getAccount(), message.getAsset()),
                LedgerMessages.limits(message.getLimits()),
                message.getCode(),
                LedgerMessages.userData(message.getUserData()));
    }

    private static Leg setLimits(SetLimits message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.SetLimits(
                account(message.getAccount(), message.getAsset()), LedgerMessages.limits(message.getLimits()));
    }

    private static Leg.HoldReference reference(HoldReference message) throws MalformedException {
        LedgerMessages.requireKnown(message);
        return new Leg.HoldReference(
                LedgerMessages.id(message.getTransaction()),
                message.hasLeg() ? OptionalInt.of(message.getLeg()) : OptionalInt.empty());
    }

    private static AmountMode mode(ballast.types.ledger.v1.AmountMode mode) throws MalformedException {
        return switch (mode) {
            case AMOUNT_MODE_EXACT -> AmountMode.EXACT;
            case AMOUNT_MODE_UP_TO_AVAILABLE -> AmountMode.UP_TO_AVAILABLE;
            case AMOUNT_MODE_UP_TO_ROOM -> AmountMode.UP_TO_ROOM;
            case AMOUNT_MODE_UP_TO_BOTH -> AmountMode.UP_TO_BOTH;
            case UNRECOGNIZED -> throw new MalformedException();
        };
    }

    private static AccountKey account(String address, String asset) throws MalformedException {
        return LedgerMessages.account(address, asset);
    }
}
