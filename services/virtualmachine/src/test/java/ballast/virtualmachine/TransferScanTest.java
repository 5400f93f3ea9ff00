package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Transaction;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The scan reads what the generated parser reads, or leaves it alone.
final class TransferScanTest {
    private final TransferScan scan = new TransferScan();
    private final Random random = new Random(20_260_303);

    @Test
    void readsEveryTransferOfOneLeg() {
        for (int round = 0; round < 2_000; round++) {
            var transaction = transfer();
            assertThat(scan.read(transaction.toByteArray()))
                    .describedAs("%s", transaction)
                    .isTrue();
            assertReads(transaction.toByteArray(), transaction);
        }
    }

    @Test
    void leavesEverythingElseAlone() {
        var good = transfer();
        var leg = good.getLegs(0);
        assertThat(reads(good.toBuilder().clearId())).isFalse();
        assertThat(reads(good.toBuilder().addLegs(leg))).isFalse();
        assertThat(reads(good.toBuilder().clearLegs())).isFalse();
        assertThat(reads(good.toBuilder().setEffectiveTimeMillis(5))).isFalse();
        assertThat(reads(good.toBuilder().addMetadataBuilder().setKey("k").build()))
                .isFalse();
        assertThat(reads(good.toBuilder().setLegs(0, Messages.reverse(good.getId()))))
                .isFalse();
        assertThat(reads(good.toBuilder().setLegs(0, Messages.hold("a", "b", 1, 0))))
                .isFalse();
        assertThat(reads(with(good, leg.getTransfer().toBuilder().clearAmount())))
                .isFalse();
        assertThat(reads(with(good, leg.getTransfer().toBuilder().clearFrom()))).isFalse();
        assertThat(reads(with(good, leg.getTransfer().toBuilder().setTo("x".repeat(65)))))
                .isFalse();
        assertThat(reads(with(good, leg.getTransfer().toBuilder().setModeValue(4))))
                .isFalse();
        var negative = Int128.newBuilder().setHigh(-1).setLow(1);
        assertThat(reads(with(good, leg.getTransfer().toBuilder().setAmount(negative))))
                .isFalse();
        assertThat(reads(with(good, leg.getTransfer().toBuilder().setAmount(Int128.getDefaultInstance()))))
                .isFalse();
        assertThat(scan.read(new byte[0])).isFalse();
    }

    @Test
    void takesNothingThatTheGeneratedClassesWouldWriteInAnotherWay() {
        int taken = 0;
        for (int round = 0; round < 300_000; round++) {
            var bytes = changed(transfer().toByteArray());
            // Other names are refused by the ledger's own parser, whatever becomes of their bytes.
            if (scan.read(bytes)
                    && isAscii(bytes, scan.from())
                    && isAscii(bytes, scan.to())
                    && isAscii(bytes, scan.asset())) {
                assertReads(bytes, parsed(bytes));
                taken++;
            }
        }
        assertThat(taken).describedAs("changed and still a transfer").isGreaterThan(10_000);
    }

    private boolean reads(Transaction.Builder transaction) {
        return scan.read(transaction.build().toByteArray());
    }

    private boolean reads(ballast.types.protocol.v1.MetadataEntry metadata) {
        return scan.read(transfer().toBuilder().addMetadata(metadata).build().toByteArray());
    }

    private static Transaction.Builder with(Transaction transaction, Transfer.Builder transfer) {
        return transaction.toBuilder().setLegs(0, Leg.newBuilder().setTransfer(transfer));
    }

    private void assertReads(byte[] bytes, Transaction transaction) {
        assertThat(transaction.toByteArray()).isEqualTo(bytes);
        var transfer = transaction.getLegs(0).getTransfer();
        assertThat(scan.id(bytes)).isEqualTo(LedgerMessages.idOf(transaction.getId()));
        assertThat(text(bytes, scan.from())).isEqualTo(transfer.getFromBytes().toString(StandardCharsets.ISO_8859_1));
        assertThat(text(bytes, scan.to())).isEqualTo(transfer.getToBytes().toString(StandardCharsets.ISO_8859_1));
        assertThat(text(bytes, scan.asset())).isEqualTo(transfer.getAssetBytes().toString(StandardCharsets.ISO_8859_1));
        assertThat(LedgerMessages.message(scan.amountRead().value())).isEqualTo(transfer.getAmount());
        assertThat(scan.modeRead()).hasToString(transfer.getMode().name().substring("AMOUNT_MODE_".length()));
    }

    private Transaction transfer() {
        var transfer = Transfer.newBuilder()
                .setFrom("f".repeat(1 + random.nextInt(64)))
                .setTo("t".repeat(1 + random.nextInt(64)))
                .setAsset(random.nextBoolean() ? "UNIT" : "ABCDEFGHIJKLMNOP/38")
                .setAmount(Int128.newBuilder()
                        .setHigh(random.nextInt(4) == 0 ? random.nextLong(Long.MAX_VALUE) : 0)
                        .setLow((random.nextLong() >> random.nextInt(64)) | 1))
                .setModeValue(random.nextInt(4));
        var transaction = Messages.transaction(
                Messages.id(random.nextLong()),
                Leg.newBuilder().setTransfer(transfer).build());
        return transaction.toBuilder()
                .setCode(random.nextBoolean() ? 0 : random.nextInt() >>> random.nextInt(32))
                .build();
    }

    /// A byte changed, taken out, put in or cut off.
    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        var changed = bytes.clone();
        return switch (random.nextInt(4)) {
            case 0 -> {
                changed[at] = (byte) random.nextInt();
                yield changed;
            }
            case 1 -> {
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 2 -> Arrays.copyOf(bytes, at);
            default -> {
                var longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) random.nextInt();
                yield longer;
            }
        };
    }

    private static Transaction parsed(byte[] bytes) {
        try {
            return Transaction.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("taken, and no transaction", e);
        }
    }

    private static boolean isAscii(byte[] bytes, TransferScan.Text text) {
        return text(bytes, text).chars().allMatch(character -> character < 0x80);
    }

    private static String text(byte[] bytes, TransferScan.Text text) {
        return new String(bytes, text.offset, text.length, StandardCharsets.ISO_8859_1);
    }
}
