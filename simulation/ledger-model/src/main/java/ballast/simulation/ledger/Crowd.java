package ballast.simulation.ledger;

import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Reverse;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;

/// Transactions as large as they can be, each of which also reverses the one before, until one would make more entries
/// than a transaction may.
final class Crowd {
    /// A first time early, then seldom: it is a lot of work.
    private static final int FIRST = 2_000;

    private static final int EVERY = 100_000;
    /// 510 entries more each time: the last one passes 8,192.
    private static final int CHAIN = 17;

    private ByteString previous = ByteString.EMPTY;
    private int left;

    boolean isUnderWay(long drawn) {
        if (left == 0 && drawn >= FIRST && (drawn - FIRST) % EVERY < 60 && previous.isEmpty()) {
            left = CHAIN;
        } else if ((drawn - FIRST) % EVERY >= 60) {
            previous = ByteString.EMPTY;
        }
        return left > 0;
    }

    Transaction next(ByteString id) {
        var transaction = Transaction.newBuilder().setId(id);
        for (int i = 0; i < 255; i++) {
            transaction.addLegs(Leg.newBuilder()
                    .setTransfer(Transfer.newBuilder()
                            .setFrom("crowd:giver:" + i % 7)
                            .setTo("crowd:taker:" + i % 5)
                            .setAsset("TINY")
                            .setAmount(Numbers.int128(1))));
        }
        if (!previous.isEmpty()) {
            transaction.addLegs(Leg.newBuilder().setReverse(Reverse.newBuilder().setTransaction(previous)));
        }
        previous = id;
        left--;
        return transaction.build();
    }
}
