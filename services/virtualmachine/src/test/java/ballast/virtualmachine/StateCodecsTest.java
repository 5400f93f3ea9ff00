package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import ballast.ledger.Account;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.Balances;
import ballast.ledger.Hold;
import ballast.ledger.HoldId;
import ballast.ledger.Int128;
import ballast.ledger.Limits;
import ballast.ledger.TransactionId;
import ballast.ledger.UserData;
import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What was written into the state is read back, and nothing else is.
final class StateCodecsTest {
    private static final TransactionId ID = new TransactionId(-1, 7);
    private static final Int128 LARGE = new Int128(Long.MAX_VALUE >> 1, -5);
    private static final AccountKey FROM =
            new AccountKey(new Address("x".repeat(64)), new Asset("ABCDEFGHIJKLMNOP/38"));
    private static final AccountKey TO = new AccountKey(new Address("b"), FROM.asset());

    @Test
    void everyIntegerTakesAsFewBytesAsItCan() {
        var random = new Random(20_260_302);
        var writer = new ValueWriter();
        for (int round = 0; round < 5_000; round++) {
            var value = new Int128(random.nextLong() >> random.nextInt(64), random.nextLong() >> random.nextInt(64));
            var bytes = writer.integer(value).taken();
            var reader = new ValueReader(bytes);
            assertThat(reader.integer()).isEqualTo(value);
            reader.end();
            var exact = new BigInteger(value.toString());
            assertThat(bytes.size() - 1).isEqualTo(exact.signum() == 0 ? 0 : exact.toByteArray().length);
        }
    }

    @Test
    void aValueStaysAsItWasWhenOthersAreWritten() {
        var writer = new ValueWriter();
        var values = new ArrayList<ByteString>();
        for (int count = 0; count < 50_000; count++) {
            values.add(writer.count(count).taken());
        }
        for (int count = 0; count < 50_000; count++) {
            var reader = new ValueReader(values.get(count));
            assertThat(reader.count()).isEqualTo(count);
            reader.end();
        }
    }

    @Test
    void everyCountIsReadBack() {
        for (long count : new long[] {0, 1, 127, 128, 1L << 35, Long.MAX_VALUE, -1}) {
            assertThat(new ValueReader(new ValueWriter().count(count).taken()).count())
                    .isEqualTo(count);
        }
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> new ValueReader(bytes("ff".repeat(10) + "01")).count());
    }

    static Stream<Account> accounts() {
        var balances = new Balances(LARGE, Int128.of(300), Int128.of(1), Int128.ZERO);
        var lower = Optional.of(Int128.of(-500));
        var upper = Optional.of(LARGE);
        return Stream.of(
                Account.EMPTY,
                new Account(balances, Limits.NONE, 0, UserData.NONE, false, false, 300, 1_700_000_000_000L),
                new Account(balances, new Limits(lower, upper), -1, new UserData(LARGE, -2, -3), true, true, 1, 5),
                new Account(balances, new Limits(lower, Optional.empty()), 7, UserData.NONE, true, false, 1, 0),
                new Account(balances, new Limits(Optional.empty(), upper), 0, UserData.NONE, false, true, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void anAccountIsReadAsItWasWritten(Account account) {
        var codec = new AccountCodec();
        assertThat(codec.decoded(codec.encoded(account))).isEqualTo(account);
        assertThat(codec.encoded(account).isEmpty()).isEqualTo(account.isEmpty());
    }

    @ParameterizedTest
    @EnumSource(Hold.State.class)
    void aHoldIsReadAsItWasWritten(Hold.State state) {
        var codec = new HoldCodec();
        var hold = Optional.of(new Hold(FROM, TO, LARGE, Int128.of(3), 1_700_000_000_000L, state));
        assertThat(codec.decoded(codec.encoded(hold))).isEqualTo(hold);
        assertThat(codec.encoded(hold).size()).isLessThan(ValueWriter.BYTES_MAX);
        assertThat(codec.encoded(codec.empty())).isEmpty();
        assertThat(codec.decoded(ByteString.EMPTY)).isEmpty();
    }

    @Test
    void theRecordOfATransactionIsReadAsItWasWritten() {
        var codec = new TransactionRecordCodec();
        var content = new ContentDigest(1, -1);
        var plain = new TransactionRecord(content, 300, 7, 60, -9, Optional.empty(), LegSet.NONE);
        var holds = LegSet.NONE.with(0).with(63).with(64).with(128).with(192).with(255);
        var full = new TransactionRecord(content, Long.MAX_VALUE, 1L << 40, 1 << 27, 5, Optional.empty(), holds)
                .reversedBy(ID);
        for (var record : List.of(TransactionRecord.NONE, plain, full)) {
            assertThat(codec.decoded(codec.encoded(record))).isEqualTo(record);
        }
        assertThat(codec.encoded(plain).size()).isEqualTo(26);
        assertThat(full.reversedBy()).contains(ID);
        assertThat(holds.legs()).containsExactly(0, 63, 64, 128, 192, 255);
    }

    @Test
    void theAssetsOfAnAddressFitAValue() {
        var codec = new AssetsCodec();
        var assets = IntStream.range(0, 128)
                .mapToObj(number -> new Asset("ABCDEFGHIJKL%c%c%c%c/38"
                        .formatted('A' + number / 64, 'A' + number / 16 % 4, 'A' + number / 4 % 4, 'A' + number % 4)))
                .toList();
        assertThat(codec.decoded(codec.encoded(assets))).isEqualTo(assets);
        assertThat(codec.encoded(assets).size()).isLessThan(ValueWriter.BYTES_MAX);
        assertThat(codec.encoded(List.of())).isEmpty();
        assertThat(codec.decoded(ByteString.EMPTY)).isEmpty();
    }

    @Test
    void deadlinesAndCountsAreReadAsTheyWereWritten() {
        var deadlines = new DeadlineCodec();
        var deadline = new Deadline(1_700_000_000_000L, new HoldId(ID, 255));
        assertThat(deadlines.decoded(deadlines.encoded(deadline))).isEqualTo(deadline);
        assertThat(deadlines.encoded(Deadline.NONE)).isEmpty();
        assertThat(deadlines.decoded(ByteString.EMPTY)).isEqualTo(Deadline.NONE);
        var counts = new CountCodec();
        for (long count : new long[] {0, 1, 1L << 40}) {
            assertThat(counts.decoded(counts.encoded(count))).isEqualTo(count);
        }
    }

    @Test
    void deadlinesAreOrderedByTimeAndThenByTheHoldsName() {
        var ordered = List.of(
                deadline(1, -1, -1, 9),
                deadline(2, 5, 5, 5),
                deadline(2, 5, 5, 6),
                deadline(2, 5, -5, 0),
                deadline(2, -5, 0, 0));
        var shuffled = new ArrayList<>(ordered.reversed());
        shuffled.sort(null);
        assertThat(shuffled).isEqualTo(ordered);
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of(new AccountCodec(), "01", "an account's value is an account"),
                Arguments.of(new HoldCodec(), "02", "a hold's value is a hold"),
                Arguments.of(new HoldCodec(), "0105", "a hold is in a state, not in 5"),
                Arguments.of(new HoldCodec(), "010105", "a text of the state does not end outside its value"),
                Arguments.of(new TransactionRecordCodec(), "01", "an id's value is a record of its transaction"),
                Arguments.of(new AssetsCodec(), "02", "an address's value is a list of assets"),
                Arguments.of(new DeadlineCodec(), "02", "a deadline's value is a deadline"),
                Arguments.of(new DeadlineCodec(), "01", "a value of the state does not end inside a field"),
                Arguments.of(new AccountCodec(), "0200010011", "an integer of the state fits 128 bits"),
                Arguments.of(new CountCodec(), "0100", "a value of the state ends with its last field"));
    }

    static Stream<Codec<?>> codecs() {
        return Stream.of(
                new AccountCodec(),
                new HoldCodec(),
                new TransactionRecordCodec(),
                new AssetsCodec(),
                new DeadlineCodec(),
                new CountCodec());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void noBytesAreAKeyThatNobodyHasWritten(Codec<?> codec) {
        assertThat(codec.empty()).isNotNull().isEqualTo(codec.decoded(ByteString.EMPTY));
    }

    static Stream<Arguments> values() {
        var hold = new Hold(FROM, TO, LARGE, LARGE, 0, Hold.State.PENDING);
        var record = new TransactionRecord(new ContentDigest(1, 2), 3, 4, 5, 6, Optional.empty(), LegSet.NONE);
        return Stream.of(
                Arguments.of(new AccountCodec(), accounts().toList().getLast()),
                Arguments.of(new HoldCodec(), Optional.of(hold)),
                Arguments.of(new TransactionRecordCodec(), record),
                Arguments.of(new AssetsCodec(), List.of(FROM.asset())),
                Arguments.of(new DeadlineCodec(), deadline(1, 2, 3, 4)));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void aValueThatIsLongerThanItShouldBeStopsTheMachine(Codec<T> codec, T value) {
        var longer = codec.encoded(value).concat(bytes("00"));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> codec.decoded(longer))
                .withMessage("a value of the state ends with its last field");
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aValueOfAnotherFormatStopsTheMachine(Codec<?> codec, String value, String message) {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> codec.decoded(bytes(value)))
                .withMessage(message);
    }

    @Test
    void countersThatDoNotCancelShowInTheirSum() {
        var asset = StateKeys.account(new AccountKey(new Address("a"), new Asset("USD")))
                .toByteArray();
        var other = StateKeys.account(new AccountKey(new Address("a"), new Asset("EUR")))
                .toByteArray();
        var sums = new CounterSums();
        assertThat(sums.areZero()).isTrue();
        sums.add(asset, Balances.ZERO, new Balances(Int128.MAX, Int128.ZERO, Int128.ZERO, Int128.ZERO));
        assertThat(sums.areZero()).isFalse();
        sums.add(other, Balances.ZERO, new Balances(Int128.ZERO, Int128.MAX, Int128.ZERO, Int128.ZERO));
        assertThat(sums.areZero()).describedAs("another asset does not help").isFalse();
        sums.add(asset, Balances.ZERO, new Balances(Int128.ZERO, Int128.MAX, Int128.ZERO, Int128.ZERO));
        sums.add(other, new Balances(Int128.ZERO, Int128.MAX, Int128.ZERO, Int128.ZERO), Balances.ZERO);
        assertThat(sums.areZero()).isTrue();
        sums.add(asset, Balances.ZERO, new Balances(Int128.ZERO, Int128.ZERO, Int128.of(3), Int128.ZERO));
        assertThat(sums.areZero()).describedAs("pending").isFalse();
        sums.add(asset, new Balances(Int128.ZERO, Int128.ZERO, Int128.ZERO, Int128.of(1)), Balances.ZERO);
        assertThat(sums.areZero()).isFalse();
        sums.add(asset, Balances.ZERO, new Balances(Int128.ZERO, Int128.ZERO, Int128.ZERO, Int128.of(4)));
        assertThat(sums.areZero()).isTrue();
    }

    private static Deadline deadline(long timeMillis, long high, long low, int leg) {
        return new Deadline(timeMillis, new HoldId(new TransactionId(high, low), leg));
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
