package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.history.v1.AmountRange;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Range;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Refusal;
import ballast.types.protocol.v1.Transaction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One row a question about one transaction: a payment of 50 from alice to bob in USD/2, with the code 7, an order's
/// number, committed at 1,000 and effective at 900.
final class FilterMatchTest {
    private static final RecordedTransaction PAYMENT = RecordedTransaction.newBuilder()
            .setTransaction(Transaction.newBuilder()
                    .setCode(7)
                    .setEffectiveTimeMillis(900)
                    .addMetadata(MetadataEntry.newBuilder().setKey("order").setValue("4711"))
                    .addMetadata(MetadataEntry.newBuilder().setKey("shop"))
                    .build())
            .setOutcome(Outcome.newBuilder()
                    .setPosition(12)
                    .setTimeMillis(1_000)
                    .addEntries(Entry.newBuilder()
                            .setAccount("alice")
                            .setAsset("USD/2")
                            .setAmount(number(0, 50)))
                    .addEntries(Entry.newBuilder()
                            .setAccount("bob")
                            .setAsset("USD/2")
                            .setAmount(number(0, 50)))
                    .build())
            .build();

    /// What was refused, without a time of its own or anything else.
    private static final RecordedTransaction REFUSED = RecordedTransaction.newBuilder()
            .setTransaction(Transaction.getDefaultInstance())
            .setOutcome(Outcome.newBuilder()
                    .setPosition(13)
                    .setTimeMillis(1_000)
                    .setRefused(Refusal.getDefaultInstance())
                    .addEntries(Entry.newBuilder().setAccount("carol").setAsset("EUR/2")))
            .build();

    static Stream<Arguments> questions() {
        return Stream.of(
                Arguments.of(filter().setAccount("alice"), true, false),
                Arguments.of(filter().setAccount("bob"), true, false),
                Arguments.of(filter().setAccount("carol"), false, true),
                Arguments.of(filter().setAsset("USD/2"), true, false),
                Arguments.of(filter().setAsset("EUR/2"), false, true),
                Arguments.of(filter().setCode(7), true, false),
                Arguments.of(filter().setCode(0), false, true),
                Arguments.of(metadata("order", "4711"), true, false),
                Arguments.of(metadata("order", "4712"), false, false),
                Arguments.of(metadata("shop", ""), true, false),
                Arguments.of(metadata("shop", "4711"), false, false),
                Arguments.of(filter().setMetadata(MetadataTerm.newBuilder().setKey("order")), true, false),
                Arguments.of(filter().setMetadata(MetadataTerm.newBuilder().setKey("other")), false, false),
                Arguments.of(filter().setCommittedMillis(range(1_000, 1_000)), true, true),
                Arguments.of(filter().setCommittedMillis(range(1_001, 2_000)), false, false),
                Arguments.of(filter().setCommittedMillis(range(0, 999)), false, false),
                Arguments.of(filter().setEffectiveMillis(range(900, 900)), true, false),
                Arguments.of(filter().setEffectiveMillis(range(1_000, 1_000)), false, true),
                Arguments.of(filter().setPosition(range(12, 12)), true, false),
                Arguments.of(filter().setPosition(range(13, 14)), false, true),
                Arguments.of(filter().setPosition(Range.newBuilder().setFrom(13)), false, true),
                Arguments.of(filter().setPosition(Range.newBuilder().setTo(12)), true, false),
                Arguments.of(filter().setPosition(Range.newBuilder().setTo(-1)), true, true),
                Arguments.of(filter().setPosition(Range.newBuilder().setFrom(-1)), false, false),
                Arguments.of(amount(number(0, 50), number(0, 50)), true, false),
                Arguments.of(amount(number(0, 51), number(1, 0)), false, false),
                Arguments.of(amount(number(0, 0), number(0, 49)), false, false),
                Arguments.of(amount(number(-1, -1), number(0, -1)), true, false),
                Arguments.of(filter().setAmount(AmountRange.newBuilder()), true, false),
                Arguments.of(filter().setCommitted(true), true, false),
                Arguments.of(filter().setCommitted(false), false, true),
                Arguments.of(filter(), true, true),
                Arguments.of(filter().setAllOf(list(filter().setCode(7), filter().setAccount("bob"))), true, false),
                Arguments.of(filter().setAllOf(list(filter().setCode(7), filter().setAccount("carol"))), false, false),
                Arguments.of(filter().setAllOf(list()), true, true),
                Arguments.of(filter().setAnyOf(list(filter().setCode(8), filter().setAccount("bob"))), true, false),
                Arguments.of(filter().setAnyOf(list(filter().setCode(8), filter().setAccount("carol"))), false, true),
                Arguments.of(filter().setAnyOf(list()), false, false));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void decidesByLookingAtATransaction(TransactionFilter.Builder filter, boolean payment, boolean refused) {
        assertThat(new FilterMatch(PAYMENT).matches(filter.build())).isEqualTo(payment);
        assertThat(new FilterMatch(REFUSED).matches(filter.build())).isEqualTo(refused);
    }

    private static TransactionFilter.Builder filter() {
        return TransactionFilter.newBuilder();
    }

    private static TransactionFilter.Builder metadata(String key, String value) {
        return filter().setMetadata(MetadataTerm.newBuilder().setKey(key).setValue(value));
    }

    private static TransactionFilter.Builder amount(Int128 from, Int128 to) {
        return filter().setAmount(AmountRange.newBuilder().setFrom(from).setTo(to));
    }

    private static FilterList list(TransactionFilter.Builder... terms) {
        var list = FilterList.newBuilder();
        for (var term : terms) {
            list.addTerms(term);
        }
        return list.build();
    }

    private static Range range(long from, long to) {
        return Range.newBuilder().setFrom(from).setTo(to).build();
    }

    private static Int128 number(long high, long low) {
        return Int128.newBuilder().setHigh(high).setLow(low).build();
    }
}
