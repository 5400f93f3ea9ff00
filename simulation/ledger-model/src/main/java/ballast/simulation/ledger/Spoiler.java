package ballast.simulation.ledger;

import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Limits;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.ContractCall;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;

/// Makes a well-formed transaction malformed, in one of many ways.
final class Spoiler {
    private static final int WAYS = 24;

    private final Dice dice;

    Spoiler(Dice dice) {
        this.dice = dice;
    }

    Transaction spoiled(Transaction sound) {
        var spoiled = sound.toBuilder();
        int way = dice.below(WAYS);
        if (way < 8) {
            spoilWhole(spoiled, way);
        } else {
            spoiled.addLegs(dice.below(spoiled.getLegsCount() + 1), malformedLeg(way));
        }
        return spoiled.build();
    }

    private void spoilWhole(Transaction.Builder spoiled, int way) {
        switch (way) {
            case 0 -> spoiled.clearLegs();
            case 1 -> spoiled.setUnknownFields(unknown());
            case 2 ->
                spoiled.setCall(ContractCall.newBuilder().setContract("ledger").setMethod("Transfer"));
            case 3 -> spoiled.setEffectiveTimeMillis(Wellformed.TIME_MAX + 1);
            case 4 -> spoiled.addMetadata(metadata("k y", "v"));
            case 5 -> spoiled.addMetadata(metadata("twice", "v")).addMetadata(metadata("twice", "w"));
            case 6 -> spoiled.addMetadata(metadata("long", "ä".repeat(257)));
            default ->
                spoiled.addConditions(Condition.newBuilder()
                        .setAccount("hot:1")
                        .setAsset("USD/2")
                        .setSubjectValue(dice.below(8))
                        .setValue(Int128.getDefaultInstance()));
        }
    }

    private Leg malformedLeg(int way) {
        Transfer sound = Transfer.newBuilder()
                .setFrom("hot:1")
                .setTo("hot:2")
                .setAsset("USD/2")
                .setAmount(Numbers.int128(1))
                .build();
        return switch (way) {
            case 8 -> Leg.getDefaultInstance();
            case 9 -> leg(sound.toBuilder().clearAmount());
            case 10 -> leg(sound.toBuilder().setAmount(Numbers.int128(-1)));
            case 11 -> leg(sound.toBuilder().setFrom(""));
            case 12 -> leg(sound.toBuilder().setTo("a".repeat(65)));
            case 13 -> leg(sound.toBuilder().setTo("ä"));
            case 14 -> leg(sound.toBuilder().setAsset("usd"));
            case 15 -> leg(sound.toBuilder().setAsset("USD/39"));
            case 16 -> leg(sound.toBuilder().setAsset("USD/02"));
            case 17 -> leg(sound.toBuilder().setModeValue(4));
            case 18 ->
                leg(sound.toBuilder().setAmount(sound.getAmount().toBuilder().setUnknownFields(unknown())));
            case 19 ->
                Leg.newBuilder()
                        .setSetLimits(SetLimits.newBuilder()
                                .setAccount("hot:1")
                                .setAsset("USD/2")
                                .setLimits(Limits.newBuilder()
                                        .setLower(Numbers.int128(1))
                                        .setUpper(Numbers.int128(0))))
                        .build();
            case 20 -> groupWithAmount();
            case 21 ->
                Leg.newBuilder()
                        .setExpire(ExpireHold.newBuilder().setHold(hold(16)))
                        .build();
            case 22 ->
                Leg.newBuilder()
                        .setReverse(
                                Leg.newBuilder().getReverseBuilder().setTransaction(ByteString.copyFrom(new byte[15])))
                        .build();
            default ->
                Leg.newBuilder()
                        .setRelease(Leg.newBuilder().getReleaseBuilder().setHold(hold(17)))
                        .build();
        };
    }

    private static Leg groupWithAmount() {
        var capture = Leg.newBuilder().getCaptureBuilder().setHold(hold(16)).setAmount(Numbers.int128(1));
        return Leg.newBuilder().setCapture(capture).build();
    }

    private static HoldReference hold(int idBytes) {
        return HoldReference.newBuilder()
                .setTransaction(ByteString.copyFrom(new byte[idBytes]))
                .build();
    }

    private static Leg leg(Transfer.Builder transfer) {
        return Leg.newBuilder().setTransfer(transfer).build();
    }

    private static MetadataEntry metadata(String key, String value) {
        return MetadataEntry.newBuilder().setKey(key).setValue(value).build();
    }

    private static UnknownFieldSet unknown() {
        var field = UnknownFieldSet.Field.newBuilder().addVarint(1).build();
        return UnknownFieldSet.newBuilder().addField(999, field).build();
    }
}
