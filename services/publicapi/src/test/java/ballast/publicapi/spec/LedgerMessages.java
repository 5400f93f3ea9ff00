package ballast.publicapi.spec;

import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;

/// Messages that are in order.
final class LedgerMessages {
    private LedgerMessages() {}

    static ByteString id(long number) {
        return ByteString.copyFrom(ByteBuffer.allocate(16)
                .putLong(0x018f4e6a00007000L)
                .putLong(number)
                .flip());
    }

    static Transaction transfer(long number, String from, String to, long amount) {
        return Transaction.newBuilder()
                .setId(id(number))
                .addLegs(Leg.newBuilder()
                        .setTransfer(Transfer.newBuilder()
                                .setFrom(from)
                                .setTo(to)
                                .setAsset("USD")
                                .setAmount(Int128.newBuilder().setLow(amount))))
                .build();
    }
}
