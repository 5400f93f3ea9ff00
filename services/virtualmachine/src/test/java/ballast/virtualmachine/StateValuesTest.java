package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.ledger.Address;
import ballast.ledger.Balance;
import ballast.types.protocol.v1.Outcome;
import ballast.types.statestorage.v1.StateDifference;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The bytes that stand in the state: they outlive every version of the program.
final class StateValuesTest {
    @Test
    void aKeyOfEachKindBeginsWithItsKind() {
        assertThat(hex(StateKeys.TIP)).isEqualTo("00");
        assertThat(hex(StateKeys.transaction(Messages.id(5)))).isEqualTo("01000000000ba11a570000000000000005");
        assertThat(hex(StateKeys.account(new Address("Bob.1")))).isEqualTo("0205426f622e31554e4954");
        assertThat(StateKeys.isAccount(StateKeys.account(new Address("a")))).isTrue();
        assertThat(StateKeys.isAccount(StateKeys.transaction(Messages.id(5)))).isFalse();
        assertThat(StateKeys.account(new Address("x".repeat(64))).size())
                .describedAs("fits a key of the state")
                .isLessThanOrEqualTo(255);
    }

    @Test
    void aKeyIsDescribedForPeople() {
        assertThat(StateKeys.describe(StateKeys.account(new Address("Bob.1")))).isEqualTo("account Bob.1");
        assertThat(StateKeys.describe(StateKeys.transaction(Messages.id(5))))
                .isEqualTo("transaction 000000000ba11a570000000000000005");
        assertThat(StateKeys.describe(StateKeys.TIP)).isEqualTo("key 00");
    }

    static Stream<Balance> balances() {
        return Stream.of(Balance.ZERO, Balance.of(17), Balance.of(-17), Balance.MAX, Balance.MIN);
    }

    @ParameterizedTest
    @MethodSource("balances")
    void aBalanceIsReadAsItWasWritten(Balance balance) {
        assertThat(BalanceValue.decoded(BalanceValue.encoded(balance))).isEqualTo(balance);
    }

    @Test
    void aBalanceIsAFormatAndTwoWords() {
        assertThat(hex(BalanceValue.encoded(Balance.of(-17)))).isEqualTo("01ffffffffffffffffffffffffffffffef");
        assertThat(BalanceValue.decoded(ByteString.EMPTY))
                .describedAs("nobody used the account")
                .isEqualTo(Balance.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "0200000000000000000000000000000000", "0100000000000000000000000000000000ff"})
    void anAccountsValueOfAnotherFormatStopsTheMachine(String value) {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> BalanceValue.decoded(bytes(value)))
                .withMessage("an account's value is a balance");
    }

    @Test
    void aTipIsReadAsItWasWritten() {
        var tip = new StateTip(new LogPosition(3, 99), 7, 1_234, 1_700_000_000_000L, hash(5));
        assertThat(StateTip.decoded(tip.encoded())).isEqualTo(tip);
        assertThat(hex(tip.encoded()))
                .isEqualTo("01" + "0000000000000003" + "0000000000000063" + "0000000000000007" + "00000000000004d2"
                        + "0000018bcfe56800" + "05".repeat(32));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "02"})
    void aTipOfAnotherFormatStopsTheMachine(String beginning) {
        var value = bytes(beginning + "00".repeat("02".equals(beginning) ? 72 : 5));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> StateTip.decoded(value))
                .withMessage("the tip's value is a tip");
    }

    @Test
    void aRecordTellsARepeatFromAnotherCall() {
        var sha256 = Sha256.digest();
        var call = Messages.transfer("user1", "user2", 17);
        var outcome = Outcome.newBuilder().setPosition(3).build();
        var digest = RecordedOutcome.callDigest(sha256, call);
        var other = RecordedOutcome.callDigest(sha256, Messages.transfer("user1", "user2", 18));
        var value = RecordedOutcome.encoded(digest, outcome.toByteString());
        assertThat(value.size()).isEqualTo(16 + outcome.getSerializedSize());
        assertThat(RecordedOutcome.hasCall(value, digest)).isTrue();
        assertThat(RecordedOutcome.hasCall(value, other)).isFalse();
        assertThat(RecordedOutcome.outcome(value)).isEqualTo(outcome);
    }

    @Test
    void aRecordThatDoesNotDecodeStopsTheMachine() {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> RecordedOutcome.outcome(bytes("00".repeat(16) + "ff")))
                .withMessage("a recorded outcome decodes");
    }

    @Test
    void theDigestChainsEveryDifferenceInOrder() throws Exception {
        var first = difference("aa", "0102");
        var second = difference("bbbb", "");
        var canonical = ByteBuffer.allocate(32 + 8 + 4 + 1 + 2 + 4 + 2);
        canonical.put(hash(9).bytes()).putLong(6);
        canonical.put(bytes("0001aa00020102").toByteArray());
        canonical.put(bytes("0002bbbb0000").toByteArray());
        var expected = Hash.of(MessageDigest.getInstance("SHA-256").digest(canonical.array()));
        var digest = new StateDigest();
        assertThat(digest.next(hash(9), 6, List.of(first, second))).isEqualTo(expected);
        assertThat(digest.next(hash(9), 6, List.of(second, first))).isNotEqualTo(expected);
        assertThat(digest.next(hash(9), 7, List.of(first, second))).isNotEqualTo(expected);
        assertThat(digest.next(hash(8), 6, List.of(first, second))).isNotEqualTo(expected);
    }

    @Test
    void balancesThatDoNotCancelShowInTheirSum() {
        var sum = new BalanceSum();
        assertThat(sum.isZero()).isTrue();
        sum.add(Balance.MAX);
        sum.add(Balance.MAX);
        assertThat(sum.isZero()).isFalse();
        sum.subtract(Balance.MAX);
        sum.add(Balance.MIN);
        assertThat(sum.isZero()).isTrue();
        sum.subtract(Balance.of(-1));
        assertThat(sum.isZero()).isFalse();
        sum.add(Balance.of(-1));
        assertThat(sum.isZero()).isTrue();
        sum.add(new Balance(new ballast.ledger.Int128(1, 0)));
        assertThat(sum.isZero()).describedAs("a high word alone").isFalse();
    }

    @Test
    void thePlatformHasToHaveTheDigest() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Sha256.digest("SHA-257"))
                .withMessage("this Java platform lacks SHA-257");
    }

    private static StateDifference difference(String key, String value) {
        return StateDifference.newBuilder()
                .setKey(bytes(key))
                .setValue(bytes(value))
                .build();
    }

    private static Hash hash(int fill) {
        var bytes = new byte[Hash.BYTES];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Hash.of(bytes);
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
