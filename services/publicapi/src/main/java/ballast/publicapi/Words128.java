package ballast.publicapi;

import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;

/// 128-bit integers between messages and the ledger's arithmetic.
final class Words128 {
    private Words128() {}

    static ballast.ledger.Int128 of(Int128 message) {
        return new ballast.ledger.Int128(message.getHigh(), message.getLow());
    }

    static Int128 message(ballast.ledger.Int128 value) {
        return Int128.newBuilder().setHigh(value.high()).setLow(value.low()).build();
    }

    /// The digits of credits less debits, less what is held. With counters of any size: a sum of three passes 128 bits.
    static String balance(Int128 credits, Int128 debits, Int128 held) {
        return big(credits).subtract(big(debits)).subtract(big(held)).toString();
    }

    private static BigInteger big(Int128 message) {
        if (message.getHigh() == 0 && message.getLow() >= 0) {
            return BigInteger.valueOf(message.getLow());
        }
        return new BigInteger(of(message).toString());
    }
}
