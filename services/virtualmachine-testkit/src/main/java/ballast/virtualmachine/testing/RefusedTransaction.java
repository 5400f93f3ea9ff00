package ballast.virtualmachine.testing;

import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Condition;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.math.BigInteger;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A row of the table of transactions that are refused whatever the state.
///
/// @param content everything but the id
record RefusedTransaction(String why, Transaction content, RefusalReason reason) {
    private static final Leg GOOD = Messages.transfer("user1", "user2", 17);
    private static final UnknownFieldSet UNKNOWN = UnknownFieldSet.newBuilder()
            .addField(1_000, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();

    static Stream<RefusedTransaction> all() {
        return Stream.of(calls(), legs(), conditions(), envelopes()).flatMap(rows -> rows);
    }

    private static Stream<RefusedTransaction> calls() {
        return Stream.concat(
                        RefusedCall.ofAnyMethod("GetBalance"),
                        Stream.of(RefusedCall.methodUnknown(Messages.balanceOf("a"))))
                .map(row -> new RefusedTransaction(
                        row.why(),
                        Transaction.newBuilder().setCall(row.call()).build(),
                        row.call().getContract().equals("ledger")
                                ? RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN
                                : RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN));
    }

    private static Stream<RefusedTransaction> legs() {
        var smallest = BigInteger.ONE.shiftLeft(127).negate();
        var unknownAmount = Int128.newBuilder().setLow(1).setUnknownFields(UNKNOWN);
        return Stream.of(
                leg("an amount of zero", Messages.transfer("user1", "user2", 0)),
                leg("an amount below zero", Messages.transfer("user1", "user2", -17)),
                leg("the smallest 128-bit integer", Messages.transfer("user1", "user2", smallest)),
                leg("no sender", Messages.transfer("", "user2", 17)),
                leg("no receiver", Messages.transfer("user1", "", 17)),
                leg("a space", Messages.transfer("user 1", "user2", 17)),
                leg("a letter outside ASCII", Messages.transfer("usér", "user2", 17)),
                leg("65 characters", Messages.transfer("user1", "x".repeat(65), 17)),
                leg(
                        "no asset",
                        GOOD.toBuilder()
                                .setTransfer(GOOD.getTransfer().toBuilder().clearAsset())
                                .build()),
                leg("an asset in small letters", asset("usd")),
                leg("39 decimals", asset("USD/39")),
                leg(
                        "an unknown mode",
                        GOOD.toBuilder()
                                .setTransfer(GOOD.getTransfer().toBuilder().setModeValue(4))
                                .build()),
                leg("no kind", Leg.getDefaultInstance()),
                leg(
                        "an expiry",
                        Leg.newBuilder()
                                .setExpire(ExpireHold.newBuilder().setHold(Messages.hold(Messages.id(1), 0)))
                                .build()),
                leg("a hold's id of 15 bytes", Messages.capture(ByteString.copyFrom(new byte[15]), 0)),
                leg("an original's id of 17 bytes", Messages.reverse(ByteString.copyFrom(new byte[17]))),
                leg(
                        "an unknown field of a leg",
                        GOOD.toBuilder().setUnknownFields(UNKNOWN).build()),
                leg(
                        "an unknown field of a transfer",
                        GOOD.toBuilder()
                                .setTransfer(GOOD.getTransfer().toBuilder().setUnknownFields(UNKNOWN))
                                .build()),
                leg(
                        "an unknown field of an amount",
                        GOOD.toBuilder()
                                .setTransfer(GOOD.getTransfer().toBuilder().setAmount(unknownAmount))
                                .build()));
    }

    private static Stream<RefusedTransaction> conditions() {
        var good = Condition.newBuilder()
                .setAccount("user1")
                .setAsset("UNIT")
                .setSubject(ConditionSubject.CONDITION_SUBJECT_POSTED)
                .setComparison(Comparison.COMPARISON_LESS)
                .setValue(Int128.newBuilder().setLow(100));
        return Stream.of(
                condition("a condition on no account", good.clone().clearAccount()),
                condition("a condition on nothing of an account", good.clone().clearSubject()),
                condition("a condition on something unknown", good.clone().setSubjectValue(6)),
                condition("a condition without a comparison", good.clone().clearComparison()),
                condition("an unknown comparison", good.clone().setComparisonValue(7)),
                condition("a condition without a value", good.clone().clearValue()),
                condition("an unknown field of a condition", good.clone().setUnknownFields(UNKNOWN)));
    }

    private static Stream<RefusedTransaction> envelopes() {
        var good = Transaction.newBuilder().addLegs(GOOD);
        return Stream.of(
                malformed("no legs", Transaction.newBuilder()),
                malformed("257 legs", Transaction.newBuilder().addAllLegs(Collections.nCopies(257, GOOD))),
                malformed("an unknown field", good.clone().setUnknownFields(UNKNOWN)),
                malformed("the year 10000", good.clone().setEffectiveTimeMillis(253_402_300_800_000L)),
                malformed("a time before 1970", good.clone().setEffectiveTimeMillis(-1)),
                malformed("metadata without a key", good.clone().addMetadata(metadata("", "v"))),
                malformed("a key with a space", good.clone().addMetadata(metadata("a b", "v"))),
                malformed(
                        "a key twice",
                        good.clone().addMetadata(metadata("k", "v")).addMetadata(metadata("k", "w"))),
                malformed("a value of 513 bytes", good.clone().addMetadata(metadata("k", "é".repeat(256) + "x"))),
                malformed("17 entries of metadata", metadata(good.clone(), 17, 1)),
                malformed(
                        "4,097 bytes of metadata",
                        metadata(good.clone(), 8, 511).addMetadata(metadata("x", ""))),
                malformed(
                        "an unknown field of metadata",
                        good.clone().addMetadata(metadata("k", "v").toBuilder().setUnknownFields(UNKNOWN))));
    }

    private static Transaction.Builder metadata(Transaction.Builder content, int entries, int valueBytes) {
        IntStream.range(0, entries)
                .mapToObj(key -> metadata(Character.toString('a' + key), "v".repeat(valueBytes)))
                .forEach(content::addMetadata);
        return content;
    }

    private static MetadataEntry metadata(String key, String value) {
        return MetadataEntry.newBuilder().setKey(key).setValue(value).build();
    }

    private static Leg asset(String asset) {
        return GOOD.toBuilder()
                .setTransfer(GOOD.getTransfer().toBuilder().setAsset(asset))
                .build();
    }

    private static RefusedTransaction leg(String why, Leg leg) {
        return malformed(why, Transaction.newBuilder().addLegs(leg));
    }

    private static RefusedTransaction condition(String why, Condition.Builder condition) {
        return malformed(why, Transaction.newBuilder().addLegs(GOOD).addConditions(condition));
    }

    private static RefusedTransaction malformed(String why, Transaction.Builder content) {
        return new RefusedTransaction(why, content.build(), RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    Transaction transaction(ByteString id) {
        return content.toBuilder().setId(id).build();
    }

    @Override
    public String toString() {
        return why;
    }
}
