package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpiryTransactionTest {
    private static final Deadline DEADLINE =
            new Deadline(1_700_000_000_000L, new HoldId(new TransactionId(0x0123_4567_89ab_cdefL, -2), 7));

    /// Written from the documentation: nobody's code may change the ids of expiries that are recorded.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255})
    void hasTheIdThatAnybodyCanCompute(int attempt) {
        var text = ByteBuffer.allocate(64)
                .put("ballast expiry".getBytes(StandardCharsets.US_ASCII))
                .putLong(0x0123_4567_89ab_cdefL)
                .putLong(-2)
                .putInt(7)
                .putLong(1_700_000_000_000L);
        if (attempt > 0) {
            text.putInt(attempt);
        }
        var sha256 = Sha256.digest();
        sha256.update(text.flip());
        var digest = sha256.digest();
        digest[6] = (byte) (0x80 | (digest[6] & 0x0f));
        digest[8] = (byte) (0x80 | (digest[8] & 0x3f));
        var id = ByteBuffer.wrap(digest);
        assertThat(ExpiryTransaction.id(Sha256.digest(), DEADLINE, attempt))
                .isEqualTo(new TransactionId(id.getLong(), id.getLong()));
    }

    @Test
    void isToldFromAllOthers() {
        var expiry = ExpiryTransaction.of(new TransactionId(1, 2), DEADLINE);
        var transfer = Leg.newBuilder().setTransfer(Transfer.getDefaultInstance());
        assertThat(ExpiryTransaction.isOne(expiry, true)).isTrue();
        assertThat(ExpiryTransaction.isOne(expiry, false))
                .describedAs("refused: somebody sent it")
                .isFalse();
        assertThat(ExpiryTransaction.isOne(expiry.toBuilder().addLegs(transfer).build(), true))
                .isFalse();
        assertThat(ExpiryTransaction.isOne(
                        expiry.toBuilder().setLegs(0, transfer).build(), true))
                .isFalse();
        assertThat(ExpiryTransaction.isOne(expiry.toBuilder().clearLegs().build(), true))
                .isFalse();
    }
}
