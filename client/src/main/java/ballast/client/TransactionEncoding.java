package ballast.client;

import ballast.types.ledger.v1.AmountMode;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.Hold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.Release;
import ballast.types.ledger.v1.ReopenAccount;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.ledger.v1.Transfer;
import ballast.types.ledger.v1.UserData;
import ballast.types.protocol.v1.MetadataEntry;
import java.util.UUID;

/// From our transactions to the messages of the contract.
final class TransactionEncoding {
    private TransactionEncoding() {}

    static ballast.types.protocol.v1.Transaction message(UUID id, Transaction transaction) {
        var message = ballast.types.protocol.v1.Transaction.newBuilder()
                .setId(Words.bytes(id))
                .setCode((int) transaction.code());
        for (var leg : transaction.legs()) {
            message.addLegs(message(leg));
        }
        for (var condition : transaction.conditions()) {
            message.addConditions(message(condition));
        }
        transaction
                .metadata()
                .forEach((key, value) -> message.addMetadata(
                        MetadataEntry.newBuilder().setKey(key).setValue(value)));
        transaction.effectiveTime().ifPresent(time -> message.setEffectiveTimeMillis(time.toEpochMilli()));
        return message.build();
    }

    private static ballast.types.ledger.v1.Leg message(Leg leg) {
        var message = ballast.types.ledger.v1.Leg.newBuilder();
        switch (leg) {
            case Leg.Transfer transfer -> message.setTransfer(message(transfer));
            case Leg.Hold hold -> message.setHold(message(hold));
            case Leg.Capture capture -> message.setCapture(message(capture));
            case Leg.Release release -> message.setRelease(Release.newBuilder().setHold(message(release.hold())));
            case Leg.Extend extend ->
                message.setExtend(ExtendHold.newBuilder()
                        .setHold(message(extend.hold()))
                        .setTimeoutMillis(extend.timeout().toMillis()));
            case Leg.Open open -> message.setOpen(message(open));
            case Leg.SetLimits set ->
                message.setSetLimits(SetLimits.newBuilder()
                        .setAccount(set.account())
                        .setAsset(set.asset())
                        .setLimits(message(set.limits())));
            case Leg.Close close ->
                message.setClose(
                        CloseAccount.newBuilder().setAccount(close.account()).setAsset(close.asset()));
            case Leg.Reopen reopen ->
                message.setReopen(
                        ReopenAccount.newBuilder().setAccount(reopen.account()).setAsset(reopen.asset()));
            case Leg.Reverse reverse ->
                message.setReverse(Reverse.newBuilder().setTransaction(Words.bytes(reverse.transaction())));
            case Leg.Expire expire -> message.setExpire(ExpireHold.newBuilder().setHold(message(expire.hold())));
        }
        return message.build();
    }

    private static Transfer message(Leg.Transfer transfer) {
        return Transfer.newBuilder()
                .setFrom(transfer.from())
                .setTo(transfer.to())
                .setAsset(transfer.asset())
                .setAmount(Words.int128(transfer.amount()))
                .setMode(message(transfer.mode()))
                .build();
    }

    private static Hold message(Leg.Hold hold) {
        return Hold.newBuilder()
                .setFrom(hold.from())
                .setTo(hold.to())
                .setAsset(hold.asset())
                .setAmount(Words.int128(hold.amount()))
                .setMode(message(hold.mode()))
                .setTimeoutMillis(hold.timeout().toMillis())
                .build();
    }

    private static Capture message(Leg.Capture capture) {
        var message = Capture.newBuilder().setHold(message(capture.hold())).setReleaseRest(capture.releaseRest());
        capture.amount().ifPresent(amount -> message.setAmount(Words.int128(amount)));
        return message.build();
    }

    private static OpenAccount message(Leg.Open open) {
        return OpenAccount.newBuilder()
                .setAccount(open.account())
                .setAsset(open.asset())
                .setLimits(message(open.limits()))
                .setCode((int) open.code())
                .setUserData(UserData.newBuilder()
                        .setWide(Words.int128(open.userData().wide()))
                        .setMiddle(open.userData().middle())
                        .setNarrow(open.userData().narrow()))
                .build();
    }

    private static HoldReference message(Leg.HoldReference hold) {
        var message = HoldReference.newBuilder().setTransaction(Words.bytes(hold.transaction()));
        hold.leg().ifPresent(message::setLeg);
        return message.build();
    }

    private static Limits message(Account.Limits limits) {
        var message = Limits.newBuilder();
        limits.lower().ifPresent(bound -> message.setLower(Words.int128(bound)));
        limits.upper().ifPresent(bound -> message.setUpper(Words.int128(bound)));
        return message.build();
    }

    private static AmountMode message(Leg.AmountMode mode) {
        return switch (mode) {
            case EXACT -> AmountMode.AMOUNT_MODE_EXACT;
            case UP_TO_AVAILABLE -> AmountMode.AMOUNT_MODE_UP_TO_AVAILABLE;
            case UP_TO_ROOM -> AmountMode.AMOUNT_MODE_UP_TO_ROOM;
            case UP_TO_BOTH -> AmountMode.AMOUNT_MODE_UP_TO_BOTH;
        };
    }

    private static ballast.types.ledger.v1.Condition message(Condition condition) {
        return ballast.types.ledger.v1.Condition.newBuilder()
                .setAccount(condition.account())
                .setAsset(condition.asset())
                .setSubject(message(condition.subject()))
                .setComparison(message(condition.comparison()))
                .setValue(Words.int128(condition.value()))
                .build();
    }

    private static ConditionSubject message(Condition.Subject subject) {
        return switch (subject) {
            case POSTED -> ConditionSubject.CONDITION_SUBJECT_POSTED;
            case AVAILABLE -> ConditionSubject.CONDITION_SUBJECT_AVAILABLE;
            case DEBITS_PENDING -> ConditionSubject.CONDITION_SUBJECT_DEBITS_PENDING;
            case CREDITS_PENDING -> ConditionSubject.CONDITION_SUBJECT_CREDITS_PENDING;
            case VERSION -> ConditionSubject.CONDITION_SUBJECT_VERSION;
        };
    }

    private static ballast.types.ledger.v1.Comparison message(Condition.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> ballast.types.ledger.v1.Comparison.COMPARISON_EQUAL;
            case NOT_EQUAL -> ballast.types.ledger.v1.Comparison.COMPARISON_NOT_EQUAL;
            case LESS -> ballast.types.ledger.v1.Comparison.COMPARISON_LESS;
            case AT_MOST -> ballast.types.ledger.v1.Comparison.COMPARISON_AT_MOST;
            case GREATER -> ballast.types.ledger.v1.Comparison.COMPARISON_GREATER;
            case AT_LEAST -> ballast.types.ledger.v1.Comparison.COMPARISON_AT_LEAST;
        };
    }
}
