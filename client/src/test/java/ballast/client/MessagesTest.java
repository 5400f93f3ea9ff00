package ballast.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.types.protocol.v1.Outcome;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Our values and the messages of the contract say the same.
final class MessagesTest {
    private static final UUID ID = new UUID(0x0190_a000_0000_7000L, 0x8000_0000_0000_0001L);
    private static final UUID OTHER = new UUID(-1, -2);

    @Test
    void everyPartOfATransactionComesBack() {
        var transaction = Transaction.builder()
                .id(ID)
                .transfer("a", "b", "EUR/2", Ranges.AMOUNT_MAX)
                .leg(new Leg.Transfer("a", "b", "X", BigInteger.ONE, Leg.AmountMode.UP_TO_ROOM))
                .leg(new Leg.Hold("a", "b", "X", BigInteger.TEN, Leg.AmountMode.UP_TO_AVAILABLE, Duration.ofMillis(7)))
                .hold("a", "b", "X", 3)
                .capture(Leg.HoldReference.allOf(OTHER))
                .capture(Leg.HoldReference.of(OTHER, 255), 9)
                .captureAndRelease(Leg.HoldReference.of(OTHER, 0), 9)
                .release(Leg.HoldReference.allOf(OTHER))
                .extend(Leg.HoldReference.allOf(OTHER), Duration.ofDays(1))
                .leg(new Leg.Open(
                        "a",
                        "X",
                        Account.Limits.atLeast(-5).withUpper(BigInteger.TEN),
                        0xffff_ffffL,
                        new Account.UserData(BigInteger.TWO.pow(100).negate(), -1, -1)))
                .open("b", "X", Account.Limits.NONE)
                .setLimits("a", "X", Account.Limits.atMost(5))
                .close("a", "X")
                .reopen("a", "X")
                .reverse(OTHER)
                .leg(new Leg.Expire(Leg.HoldReference.of(OTHER, 1)))
                .condition(new Condition(
                        "a", "X", Condition.Subject.VERSION, Condition.Comparison.NOT_EQUAL, BigInteger.ZERO))
                .metadata("z", "1")
                .metadata("a", "2")
                .code(0xffff_ffffL)
                .effectiveTime(Instant.ofEpochMilli(1))
                .build();
        var recorded = recorded(TransactionEncoding.message(ID, transaction));
        assertThat(recorded.transaction()).isEqualTo(transaction);
        assertThat(recorded.isWhole()).isTrue();
        assertThat(recorded.transaction().metadata().keySet()).containsExactly("z", "a");
    }

    @ParameterizedTest
    @EnumSource
    void everySubjectAndComparisonComesBack(Condition.Comparison comparison) {
        for (var subject : Condition.Subject.values()) {
            var condition = new Condition("a", "X", subject, comparison, BigInteger.valueOf(-1));
            var transaction = Transaction.builder().id(ID).condition(condition).build();
            assertThat(recorded(TransactionEncoding.message(ID, transaction))
                            .transaction()
                            .conditions())
                    .containsExactly(condition);
        }
    }

    @Test
    void whatCannotBeShownIsLeftOutAndSaidToBe() {
        var message = TransactionEncoding.message(ID, Transaction.transfer("a", "b", "X", 1)).toBuilder()
                .addLegs(ballast.types.ledger.v1.Leg.getDefaultInstance())
                .build();
        var recorded = recorded(message);
        assertThat(recorded.isWhole()).isFalse();
        assertThat(recorded.transaction().legs()).hasSize(1);
    }

    @Test
    void everyReasonOfTheContractHasItsNameHere() {
        var names = EnumSet.allOf(RefusalReason.class);
        for (var reason : ballast.types.protocol.v1.RefusalReason.values()) {
            names.remove(OutcomeDecoding.reason(reason));
        }
        assertThat(names).isEmpty();
        assertThat(Arrays.stream(RefusalReason.values()).map(Enum::ordinal).toList())
                .hasSize(ballast.types.protocol.v1.RefusalReason.values().length - 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "1",
                "-1",
                "9223372036854775807",
                "9223372036854775808",
                "-9223372036854775808",
                "-9223372036854775809",
                "18446744073709551615",
                "170141183460469231731687303715884105727",
                "-170141183460469231731687303715884105728"
            })
    void everyNumberOf128BitsComesBack(String digits) {
        var number = new BigInteger(digits);
        assertThat(Words.integer(Words.int128(number))).isEqualTo(number);
    }

    @Test
    void amountsBeyondTheWireAreRefusedBeforeTheyAreSent() {
        assertThatThrownBy(() -> Transaction.transfer("a", "b", "X", 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Transaction.builder().transfer("a", "b", "X", Ranges.AMOUNT_MAX.add(BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawnIdsAreOfVersion7AndCarryTheTime() {
        var ids = new UuidV7(
                InstantSource.fixed(Instant.ofEpochMilli(0x0190_a000_0000L)),
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        var id = ids.get();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(0x0190_a000_0000L);
        assertThat(ids.get()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a:1", "http://a", "a:1", "http://a:1/v1", "http://a:1?x", "http://u@a:1"})
    void anAddressThatIsNoneIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> BallastClient.at(URI.create(text)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: http://HOST:PORT");
    }

    private static RecordedTransaction recorded(ballast.types.protocol.v1.Transaction message) {
        return TransactionDecoding.recorded(ballast.types.protocol.v1.RecordedTransaction.newBuilder()
                .setTransaction(message)
                .setOutcome(Outcome.newBuilder().setPosition(1).setCommitted(ByteString.EMPTY))
                .build());
    }
}
