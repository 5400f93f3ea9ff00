package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bytes that stand in the state: they outlive every version of the program.
final class StateValuesTest {
    private static final AccountKey BOB = new AccountKey(new Address("Bob.1"), new Asset("USD/2"));
    private static final TransactionId ID = new TransactionId(0xba11a57L, 5);

    /// The buffer of a digest has room for a few of these.
    private static final StateDifference LARGE =
            difference("cc".repeat(StateKeys.BYTES_MAX), "dd".repeat(ValueWriter.BYTES_MAX));

    private final StateDigest digest = new StateDigest();

    @Test
    void aKeyOfEachKindBeginsWithItsKind() {
        assertThat(hex(StateKeys.TIP)).isEqualTo("00");
        assertThat(hex(StateKeys.transaction(ID))).isEqualTo("01000000000ba11a570000000000000005");
        assertThat(hex(StateKeys.account(BOB))).isEqualTo("0205426f622e315553442f32");
        assertThat(hex(StateKeys.hold(new HoldId(ID, 7)))).isEqualTo("03000000000ba11a57000000000000000500000007");
        assertThat(hex(StateKeys.assets(BOB.address()))).isEqualTo("04426f622e31");
        assertThat(hex(StateKeys.DEADLINES)).isEqualTo("05");
        assertThat(hex(StateKeys.deadline(3))).isEqualTo("050000000000000003");
        assertThat(hex(StateKeys.account(BOB)
                        .substring(StateKeys.assetAt(StateKeys.account(BOB).toByteArray()))))
                .describedAs("USD/2")
                .isEqualTo("5553442f32");
    }

    @Test
    void aKeyIsDescribedForPeople() {
        assertThat(StateKeys.describe(StateKeys.account(BOB))).isEqualTo("account Bob.1 USD/2");
        assertThat(StateKeys.describe(StateKeys.transaction(ID)))
                .isEqualTo("transaction 000000000ba11a570000000000000005");
        assertThat(StateKeys.describe(StateKeys.hold(new HoldId(ID, 7))))
                .isEqualTo("hold 000000000ba11a57000000000000000500000007");
        assertThat(StateKeys.describe(StateKeys.assets(BOB.address()))).isEqualTo("assets of Bob.1");
        assertThat(StateKeys.describe(StateKeys.TIP)).isEqualTo("key 00");
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
    void theDigestChainsEveryDifferenceInOrder() throws Exception {
        var first = difference("aa", "0102");
        var second = difference("bbbb", "");
        var canonical = ByteBuffer.allocate(32 + 8 + 1 + 4 + 1 + 2 + 4 + 2);
        canonical.put(hash(9).bytes()).putLong(6).put((byte) 1);
        canonical.put(bytes("0001aa00020102").toByteArray());
        canonical.put(bytes("0002bbbb0000").toByteArray());
        var expected = Hash.of(MessageDigest.getInstance("SHA-256").digest(canonical.array()));
        assertThat(digest(hash(9), 6, true, List.of(first, second))).isEqualTo(expected);
        assertThat(digest(hash(9), 6, true, List.of(second, first))).isNotEqualTo(expected);
        assertThat(digest(hash(9), 6, false, List.of(first, second))).isNotEqualTo(expected);
        assertThat(digest(hash(9), 7, true, List.of(first, second))).isNotEqualTo(expected);
        assertThat(digest(hash(8), 6, true, List.of(first, second))).isNotEqualTo(expected);
    }

    @Test
    void theDigestOfManyLargeDifferencesIsThatOfAllTheirBytes() throws Exception {
        var canonical = ByteBuffer.allocate(32 + 8 + 1 + 20 * (2 + StateKeys.BYTES_MAX + 2 + ValueWriter.BYTES_MAX));
        canonical.put(hash(9).bytes()).putLong(6).put((byte) 0);
        for (int count = 0; count < 20; count++) {
            canonical.putShort((short) StateKeys.BYTES_MAX).put(LARGE.getKey().asReadOnlyByteBuffer());
            canonical
                    .putShort((short) ValueWriter.BYTES_MAX)
                    .put(LARGE.getValue().asReadOnlyByteBuffer());
        }
        var expected = Hash.of(MessageDigest.getInstance("SHA-256").digest(canonical.array()));
        assertThat(digest(hash(9), 6, false, Collections.nCopies(20, LARGE))).isEqualTo(expected);
    }

    @Test
    void theDigestKnowsNothingOfABlockThatDidNotEnd() {
        var alone = digest(hash(9), 6, true, List.of(difference("aa", "01")));
        digest.begin(hash(9), 6, true);
        Collections.nCopies(20, LARGE).forEach(digest::add);
        assertThat(digest(hash(9), 6, true, List.of(difference("aa", "01")))).isEqualTo(alone);
    }

    private Hash digest(Hash before, long height, boolean explicitAccounts, List<StateDifference> differences) {
        digest.begin(before, height, explicitAccounts);
        differences.forEach(digest::add);
        return digest.end();
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
