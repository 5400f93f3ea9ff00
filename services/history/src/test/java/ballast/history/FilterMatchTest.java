package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.protocol.v1.MetadataEntry;
import ballast.types.protocol.v1.RecordedTransaction;
import ballast.types.protocol.v1.Transaction;
import org.junit.jupiter.api.Test;

/// The index hands over candidates; whether one matches is decided by looking at it. Most of what the index hands
/// over does match, so what does not is shown to it here.
final class FilterMatchTest {
    private static final FilterMatch ORDER_4711 = new FilterMatch(RecordedTransaction.newBuilder()
            .setTransaction(Transaction.newBuilder()
                    .addMetadata(MetadataEntry.newBuilder().setKey("order").setValue("4711"))
                    .addMetadata(MetadataEntry.newBuilder().setKey("shop").setValue("north")))
            .build());

    @Test
    void metadataMatchesByKeyAndByValueIfOneIsAsked() {
        assertThat(ORDER_4711.matches(metadata(MetadataTerm.newBuilder().setKey("order"))))
                .isTrue();
        assertThat(ORDER_4711.matches(
                        metadata(MetadataTerm.newBuilder().setKey("order").setValue("4711"))))
                .isTrue();
        assertThat(ORDER_4711.matches(
                        metadata(MetadataTerm.newBuilder().setKey("order").setValue("4712"))))
                .isFalse();
        assertThat(ORDER_4711.matches(
                        metadata(MetadataTerm.newBuilder().setKey("order").setValue("north"))))
                .isFalse();
        assertThat(ORDER_4711.matches(metadata(MetadataTerm.newBuilder().setKey("customer"))))
                .isFalse();
    }

    private static TransactionFilter metadata(MetadataTerm.Builder term) {
        return TransactionFilter.newBuilder().setMetadata(term).build();
    }
}
