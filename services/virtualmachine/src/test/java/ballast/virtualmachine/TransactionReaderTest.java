package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Amount;
import ballast.ledger.AmountMode;
import ballast.ledger.Asset;
import ballast.ledger.Condition;
import ballast.ledger.Int128;
import ballast.ledger.Ledger;
import ballast.ledger.LedgerTransaction;
import ballast.ledger.Leg;
import ballast.ledger.Limits;
import ballast.ledger.UserData;
import ballast.types.ledger.v1.Capture;
import ballast.types.ledger.v1.CloseAccount;
import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.ConditionSubject;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.OpenAccount;
import ballast.types.ledger.v1.ReopenAccount;
import ballast.types.ledger.v1.SetLimits;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is understood of each message, and everything that makes a transaction malformed.
final class TransactionReaderTest {
    private static final ByteString ID = Messages.id(1);
    private static final ByteString OTHER = Messages.id(2);
    private static final AccountKey A = account("a");
    private static final AccountKey B = account("b");
    private static final Leg.HoldReference ONE = new Leg.HoldReference(LedgerMessages.idOf(OTHER), OptionalInt.of(3));
    private static final Leg.HoldReference EVERY =
            new Leg.HoldReference(LedgerMessages.idOf(OTHER), OptionalInt.empty());

    private static final Transaction TRANSFER = transaction(Messages.transfer("a", "b", 5));
    private static final Transaction HOLD = transaction(Messages.hold("a", "b", 5, 70));
    private static final Transaction CAPTURE = transaction(leg().setCapture(Capture.newBuilder()
            .setHold(Messages.hold(OTHER, 3))
            .setAmount(Messages.int128(4))
            .setReleaseRest(true)));
    private static final Transaction EXTEND = transaction(leg().setExtend(
                    ExtendHold.newBuilder().setHold(Messages.hold(OTHER, 3)).setTimeoutMillis(70)));
    private static final Transaction OPEN = transaction(leg().setOpen(OpenAccount.newBuilder()
            .setAccount("a")
            .setAsset("UNIT")
            .setLimits(limits())
            .setCode(-7)
            .setUserData(ballast.types.ledger.v1.UserData.newBuilder()
                    .setWide(Messages.int128(1))
                    .setMiddle(2)
                    .setNarrow(3))));
    private static final Transaction SET_LIMITS = transaction(leg().setSetLimits(
                    SetLimits.newBuilder().setAccount("a").setAsset("UNIT").setLimits(limits())));
    private static final Transaction CLOSE =
            transaction(leg().setClose(CloseAccount.newBuilder().setAccount("a").setAsset("UNIT")));
    private static final Transaction REOPEN = transaction(
            leg().setReopen(ReopenAccount.newBuilder().setAccount("a").setAsset("UNIT")));
    private static final Transaction WITH_CONDITION = TRANSFER.toBuilder()
            .addConditions(Messages.posted("a", Comparison.COMPARISON_AT_LEAST, -9))
            .addMetadata(metadata("key", "value"))
            .build();

    private final TransactionReader reader = new TransactionReader(Contracts.builtIn());

    static Stream<Arguments> understood() {
        var terms = new Limits(Optional.of(Int128.of(-5)), Optional.of(Int128.of(70)));
        var amount = new Amount(Int128.of(5));
        var some = Optional.of(new Amount(Int128.of(4)));
        var every = Messages.hold(OTHER, 0).toBuilder().clearLeg();
        return Stream.of(
                Arguments.of(TRANSFER, new Leg.Transfer(A, B, amount, AmountMode.EXACT)),
                Arguments.of(HOLD, new Leg.Hold(A, B, amount, AmountMode.EXACT, 70)),
                Arguments.of(CAPTURE, new Leg.Capture(ONE, some, true)),
                Arguments.of(transaction(Messages.capture(OTHER, 3)), new Leg.Capture(ONE, Optional.empty(), false)),
                Arguments.of(transaction(Messages.release(OTHER, 3)), new Leg.Release(ONE)),
                Arguments.of(
                        transaction(leg().setCapture(Capture.newBuilder().setHold(every))),
                        new Leg.Capture(EVERY, Optional.empty(), false)),
                Arguments.of(EXTEND, new Leg.Extend(ONE, 70)),
                Arguments.of(OPEN, new Leg.Open(A, terms, -7, new UserData(Int128.of(1), 2, 3))),
                Arguments.of(
                        transaction(leg().setOpen(
                                        OpenAccount.newBuilder().setAccount("a").setAsset("UNIT"))),
                        new Leg.Open(A, Limits.NONE, 0, UserData.NONE)),
                Arguments.of(SET_LIMITS, new Leg.SetLimits(A, terms)),
                Arguments.of(CLOSE, new Leg.Close(A)),
                Arguments.of(REOPEN, new Leg.Reopen(A)),
                Arguments.of(transaction(Messages.reverse(OTHER)), new Leg.Reverse(LedgerMessages.idOf(OTHER))));
    }

    @ParameterizedTest
    @MethodSource("understood")
    void understandsEveryLeg(Transaction transaction, Leg leg) {
        assertThat(read(transaction))
                .isEqualTo(new Reading.Legs(
                        new LedgerTransaction(LedgerMessages.idOf(ID), List.of(leg), List.of()), new ArrayList<>()));
    }

    @ParameterizedTest
    @EnumSource(AmountMode.class)
    void understandsEveryMode(AmountMode mode) {
        var number = ballast.types.ledger.v1.AmountMode.valueOf("AMOUNT_MODE_" + mode.name());
        var transfer = TRANSFER.getLegs(0).getTransfer().toBuilder().setMode(number);
        assertThat(read(transaction(leg().setTransfer(transfer))))
                .isInstanceOfSatisfying(
                        Reading.Legs.class,
                        legs -> assertThat(legs.transaction().legs())
                                .containsExactly(new Leg.Transfer(A, B, new Amount(Int128.of(5)), mode)));
    }

    @Test
    void understandsEveryCondition() {
        for (var subject : Condition.Subject.values()) {
            for (var comparison : Condition.Comparison.values()) {
                var message = ballast.types.ledger.v1.Condition.newBuilder()
                        .setAccount("b")
                        .setAsset("UNIT")
                        .setSubject(ConditionSubject.valueOf("CONDITION_SUBJECT_" + subject.name()))
                        .setComparison(Comparison.valueOf("COMPARISON_" + comparison.name()))
                        .setValue(Messages.int128(-3));
                var transaction = TRANSFER.toBuilder().addConditions(message).build();
                assertThat(read(transaction))
                        .isInstanceOfSatisfying(
                                Reading.Legs.class,
                                legs -> assertThat(legs.transaction().conditions())
                                        .containsExactly(new Condition(B, subject, comparison, Int128.of(-3))));
            }
        }
    }

    static Stream<Transaction> malformed() {
        var wrong = new ArrayList<Transaction>();
        wrong.add(Transaction.newBuilder().setId(ID).build());
        wrong.add(transaction(leg()));
        wrong.add(transaction(
                leg().setExpire(ballast.types.ledger.v1.ExpireHold.newBuilder().setHold(Messages.hold(OTHER, 3)))));
        wrong.add(transaction(Messages.transfer("a", "no name", 5)));
        wrong.add(transaction(Messages.transfer("no name", "b", 5)));
        wrong.add(transaction(Messages.transfer("a", "b", 0)));
        wrong.add(transaction(Messages.transfer("a", "b", -1)));
        wrong.add(transaction(Messages.hold("a", "no name", 5, 70)));
        wrong.add(transaction(Messages.hold("no name", "b", 5, 70)));
        wrong.add(transaction(Messages.hold("a", "b", 0, 70)));
        wrong.add(transaction(Messages.reverse(ByteString.EMPTY)));
        wrong.add(transaction(Messages.release(ByteString.copyFromUtf8("fifteen bytes.."), 0)));
        wrong.add(transaction(leg().setCapture(
                        Capture.newBuilder().setHold(Messages.hold(OTHER, 3)).setAmount(Messages.int128(0)))));
        wrong.add(transaction(
                leg().setTransfer(TRANSFER.getLegs(0).getTransfer().toBuilder().setAsset("unit"))));
        wrong.add(transaction(
                leg().setTransfer(TRANSFER.getLegs(0).getTransfer().toBuilder().setModeValue(4))));
        var condition = WITH_CONDITION.getConditions(0);
        for (var one : List.of(
                condition.toBuilder().clearValue(),
                condition.toBuilder().clearSubject(),
                condition.toBuilder().setSubjectValue(6),
                condition.toBuilder().clearComparison(),
                condition.toBuilder().setComparisonValue(7),
                condition.toBuilder().setAccount("no name"),
                condition.toBuilder().setAsset("unit"))) {
            wrong.add(TRANSFER.toBuilder().addConditions(one).build());
        }
        return wrong.stream();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatCannotBeMeant(Transaction transaction) {
        assertMalformed(transaction);
    }

    static Stream<Transaction> whole() {
        return Stream.of(
                WITH_CONDITION,
                HOLD,
                CAPTURE,
                transaction(Messages.release(OTHER, 3)),
                EXTEND,
                OPEN,
                SET_LIMITS,
                CLOSE,
                REOPEN,
                transaction(Messages.reverse(OTHER)));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void refusesAFieldThatThisVersionDoesNotKnowHoweverDeepItStands(Transaction transaction) {
        assertThat(read(transaction)).isInstanceOf(Reading.Legs.class);
        var changed = withUnknownField(transaction);
        assertThat(changed).hasSizeGreaterThan(2);
        for (var message : changed) {
            assertMalformed((Transaction) message);
        }
    }

    @Test
    void takesAsMuchAsATransactionMayHaveAndNoMore() {
        var leg = TRANSFER.getLegs(0);
        assertLimit(
                TRANSFER.toBuilder().addAllLegs(Collections.nCopies(LedgerTransaction.LEGS_MAX - 1, leg)),
                TRANSFER.toBuilder().addAllLegs(Collections.nCopies(LedgerTransaction.LEGS_MAX, leg)));
        assertLimit(
                TRANSFER.toBuilder().setEffectiveTimeMillis(Ledger.DEADLINE_MILLIS_MAX),
                TRANSFER.toBuilder().setEffectiveTimeMillis(Ledger.DEADLINE_MILLIS_MAX + 1));
        assertMalformed(TRANSFER.toBuilder().setEffectiveTimeMillis(-1).build());
        assertLimit(
                TRANSFER.toBuilder().addAllMetadata(metadata(16, 10)),
                TRANSFER.toBuilder().addAllMetadata(metadata(17, 10)));
        assertLimit(
                TRANSFER.toBuilder().addAllMetadata(metadata(1, 512)),
                TRANSFER.toBuilder().addAllMetadata(metadata(1, 513)));
        // Seven keys of two characters, and what is left of 4,096 bytes for an eighth of three.
        var seven = metadata(7, 512);
        assertLimit(
                TRANSFER.toBuilder().addAllMetadata(seven).addMetadata(metadata("key", "x".repeat(495))),
                TRANSFER.toBuilder().addAllMetadata(seven).addMetadata(metadata("key", "x".repeat(496))));
    }

    @Test
    void countsTheBytesOfMetadataAndNotItsCharacters() {
        assertLimit(
                TRANSFER.toBuilder().addMetadata(metadata("key", "é".repeat(256))),
                TRANSFER.toBuilder().addMetadata(metadata("key", "é".repeat(257))));
    }

    @Test
    void refusesMetadataWithoutAKeyOrWithOneTwice() {
        assertMalformed(TRANSFER.toBuilder().addMetadata(metadata("", "value")).build());
        assertMalformed(
                TRANSFER.toBuilder().addMetadata(metadata("no name", "value")).build());
        assertLimit(
                TRANSFER.toBuilder().addMetadata(metadata("key", "1")).addMetadata(metadata("kez", "1")),
                TRANSFER.toBuilder().addMetadata(metadata("key", "1")).addMetadata(metadata("key", "2")));
    }

    @Test
    void saysWhichPartOfACallItDoesNotKnow() {
        assertThat(read(Messages.transaction(ID, Messages.balanceOf("a"))))
                .isEqualTo(new Reading.Refused(RefusalReason.REFUSAL_REASON_METHOD_UNKNOWN));
        assertThat(read(Messages.transaction(ID, Messages.call("bank", "GetBalance", ByteString.EMPTY))))
                .isEqualTo(new Reading.Refused(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN));
    }

    private Reading read(Transaction transaction) {
        return reader.read(transaction);
    }

    private void assertMalformed(Transaction transaction) {
        assertThat(read(transaction))
                .describedAs("%s", transaction)
                .isEqualTo(new Reading.Refused(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED));
    }

    private void assertLimit(Transaction.Builder most, Transaction.Builder more) {
        assertThat(read(most.build())).isInstanceOf(Reading.Legs.class);
        assertMalformed(more.build());
    }

    /// A message once for each message in it, itself included, which has then got a field that nobody knows.
    private static List<Message> withUnknownField(Message message) {
        var changed = new ArrayList<Message>();
        changed.add(message.toBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                99,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build())
                .build());
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
                var inner = field.isRepeated() ? ((List<?>) value).getFirst() : value;
                for (var one : withUnknownField((Message) inner)) {
                    var copy = message.toBuilder();
                    changed.add((field.isRepeated() ? copy.setRepeatedField(field, 0, one) : copy.setField(field, one))
                            .build());
                }
            }
        });
        return changed;
    }

    private static List<MetadataEntry> metadata(int count, int valueBytes) {
        return IntStream.range(0, count)
                .mapToObj(number -> metadata("k" + (char) ('a' + number), "x".repeat(valueBytes)))
                .toList();
    }

    private static MetadataEntry metadata(String key, String value) {
        return MetadataEntry.newBuilder().setKey(key).setValue(value).build();
    }

    private static ballast.types.ledger.v1.Limits limits() {
        return ballast.types.ledger.v1.Limits.newBuilder()
                .setLower(Messages.int128(-5))
                .setUpper(Messages.int128(70))
                .build();
    }

    private static ballast.types.ledger.v1.Leg.Builder leg() {
        return ballast.types.ledger.v1.Leg.newBuilder();
    }

    private static Transaction transaction(ballast.types.ledger.v1.Leg.Builder leg) {
        return transaction(leg.build());
    }

    private static Transaction transaction(ballast.types.ledger.v1.Leg leg) {
        return Messages.transaction(ID, leg);
    }

    private static AccountKey account(String address) {
        return new AccountKey(new Address(address), Asset.UNIT);
    }
}
