package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvalidQueryException;
import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;
import java.util.Collections;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each limit, and what is said one step beyond it.
final class ChecksTest {
    private static final String NO_ASSET =
            "no asset (expected: an upper-case letter, then up to 15 of A-Z 0-9 _, then / and 0 to 38)";

    static Stream<Arguments> limits() {
        return Stream.of(
                row(() -> Checks.limit(1), () -> Checks.limit(0), "limit", "0 (expected: 1 to 1000)"),
                row(() -> Checks.limit(1_000), () -> Checks.limit(1_001), "limit", "1001 (expected: 1 to 1000)"),
                row(() -> Checks.limit(1), () -> Checks.limit(-1), "limit", "4294967295 (expected: 1 to 1000)"),
                row(() -> Checks.asset("A", "x"), () -> Checks.asset("a", "x"), "x", NO_ASSET),
                row(() -> Checks.asset("USD/38", "x"), () -> Checks.asset("USD/39", "x"), "x", NO_ASSET),
                row(() -> Checks.assetOrEvery(""), () -> Checks.assetOrEvery("usd"), "asset", NO_ASSET),
                row(
                        () -> Checks.range(range(5, 5), "x"),
                        () -> Checks.range(range(6, 5), "x"),
                        "x",
                        "it ends before it begins"),
                row(
                        () -> Checks.range(range(5, -1), "x"),
                        () -> Checks.range(range(-1, 5), "x"),
                        "x",
                        "it ends before it begins"),
                row(
                        () -> Checks.range(Range.newBuilder().setFrom(5).build(), "x"),
                        () -> Checks.range(range(1, 0), "x"),
                        "x",
                        "it ends before it begins"),
                row(
                        () -> Checks.existing(7, 7, "x"),
                        () -> Checks.existing(8, 7, "x"),
                        "x",
                        "8 (expected: at most 7, the newest)"),
                row(
                        () -> Checks.existing(0, 7, "x"),
                        () -> Checks.existing(-1, 7, "x"),
                        "x",
                        "18446744073709551615 (expected: at most 7, the newest)"),
                filters(terms(64), terms(65), "filter", "more than 64 terms"),
                filters(lists(64), lists(65), "filter", "more than 64 lists"),
                filters(nested(8), nested(9), "filter", "more than 8 lists inside each other"),
                filters(value("é", 256), value("é", 257), "filter.metadata.value", "514 bytes (expected: at most 512)"),
                filters(amount(-1, -1, 0, 0), amount(0, 0, -1, -1), "filter.amount", "it ends before it begins"),
                filters(amount(0, 5, 0, 5), amount(0, 6, 0, 5), "filter.amount", "it ends before it begins"),
                filters(
                        filter().setCommittedMillis(range(1, 1)),
                        filter().setCommittedMillis(range(2, 1)),
                        "filter.committed_millis",
                        "it ends before it begins"),
                filters(
                        filter().setEffectiveMillis(range(1, 1)),
                        filter().setEffectiveMillis(range(2, 1)),
                        "filter.effective_millis",
                        "it ends before it begins"),
                filters(
                        filter().setPosition(range(1, 1)),
                        filter().setPosition(range(2, 1)),
                        "filter.position",
                        "it ends before it begins"),
                filters(filter().setAsset("USD"), filter().setAsset("usd"), "filter.asset", NO_ASSET));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void namesTheFieldAndTheFlawOneStepBeyondALimit(
            ThrowingCallable within, ThrowingCallable beyond, String field, String flaw) {
        assertThatCode(within).doesNotThrowAnyException();
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(beyond)
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field))
                .satisfies(invalid -> assertThat(invalid.flaw()).isEqualTo(flaw));
    }

    @Test
    void namesAnAddressThatIsNone() {
        for (var beyond : Stream.<ThrowingCallable>of(
                        () -> Checks.account("no name", "x"), () -> Checks.account("", "x"))
                .toList()) {
            assertThatExceptionOfType(InvalidQueryException.class)
                    .isThrownBy(beyond)
                    .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("x"));
        }
        assertThatExceptionOfType(InvalidQueryException.class).isThrownBy(() -> Checks.prefix("no name"));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(
                        () -> FilterCheck.check(filter().setAccount("no name").build()))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("filter.account"));
        assertThatExceptionOfType(InvalidQueryException.class)
                .isThrownBy(() -> FilterCheck.check(
                        filter().setMetadata(MetadataTerm.newBuilder().setKey("no name"))
                                .build()))
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo("filter.metadata.key"));
        assertThatCode(() -> Checks.prefix("")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9223372036854775807, 9223372036854775807", "-1, 9223372036854775807"})
    void takesANumberBeyondEverythingForTheGreatest(long unsigned, long bound) {
        assertThat(Checks.bound(unsigned)).isEqualTo(bound);
    }

    @Test
    void boundsPositionsByTheNewestThatIsSeen() {
        assertThat(Times.positions(Range.getDefaultInstance(), 9)).isEqualTo(new Span(1, 9));
        assertThat(Times.positions(range(0, 20), 9)).isEqualTo(new Span(1, 9));
        assertThat(Times.positions(range(2, 5), 9)).isEqualTo(new Span(2, 5));
        assertThat(Times.positions(range(2, -1), 9)).isEqualTo(new Span(2, 9));
        assertThat(Times.positions(range(-1, -1), 9)).isEqualTo(new Span(Long.MAX_VALUE, 9));
    }

    @Test
    void numbersOf128BitsAreReadAndWrittenAndCompared() {
        var ordered = Stream.of("-170141183460469231731687303715884105728", "-18446744073709551617", "-1", "0", "1")
                .map(BigInteger::new)
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            var message = Amounts.int128(ordered.get(i));
            assertThat(Amounts.number(message)).isEqualTo(ordered.get(i));
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(Amounts.compare(message, Amounts.int128(ordered.get(j)))))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
        assertThat(Amounts.number(number(2, -1))).isEqualTo(new BigInteger("55340232221128654847"));
    }

    private static Arguments row(ThrowingCallable within, ThrowingCallable beyond, String field, String flaw) {
        return Arguments.of(within, beyond, field, flaw);
    }

    private static Arguments filters(
            TransactionFilter.Builder within, TransactionFilter.Builder beyond, String field, String flaw) {
        return row(() -> FilterCheck.check(within.build()), () -> FilterCheck.check(beyond.build()), field, flaw);
    }

    private static TransactionFilter.Builder filter() {
        return TransactionFilter.newBuilder();
    }

    private static TransactionFilter.Builder terms(int count) {
        return filter().setAnyOf(FilterList.newBuilder()
                .addAllTerms(Collections.nCopies(count, filter().setCode(1).build())));
    }

    private static TransactionFilter.Builder lists(int count) {
        var empty = filter().setAllOf(FilterList.getDefaultInstance()).build();
        return filter().setAllOf(FilterList.newBuilder().addAllTerms(Collections.nCopies(count - 1, empty)));
    }

    private static TransactionFilter.Builder nested(int depth) {
        var nested = filter().setCode(1);
        for (int i = 0; i < depth; i++) {
            var list = FilterList.newBuilder().addTerms(nested);
            nested = i % 2 == 0 ? filter().setAnyOf(list) : filter().setAllOf(list);
        }
        return nested;
    }

    private static TransactionFilter.Builder value(String character, int count) {
        return filter().setMetadata(MetadataTerm.newBuilder().setKey("key").setValue(character.repeat(count)));
    }

    private static TransactionFilter.Builder amount(long fromHigh, long fromLow, long toHigh, long toLow) {
        return filter().setAmount(AmountRange.newBuilder()
                .setFrom(number(fromHigh, fromLow))
                .setTo(number(toHigh, toLow)));
    }

    private static Range range(long from, long to) {
        return Range.newBuilder().setFrom(from).setTo(to).build();
    }

    private static Int128 number(long high, long low) {
        return Int128.newBuilder().setHigh(high).setLow(low).build();
    }
}
