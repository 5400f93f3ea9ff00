package ballast.history.testing;

import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;

/// Amounts as big integers, and back.
final class Money {
    private static final BigInteger LOW = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Money() {}

    static BigInteger of(Int128 number) {
        return BigInteger.valueOf(number.getHigh())
                .shiftLeft(64)
                .add(BigInteger.valueOf(number.getLow()).and(LOW));
    }

    static Int128 int128(BigInteger number) {
        return Int128.newBuilder()
                .setHigh(number.shiftRight(64).longValue())
                .setLow(number.longValue())
                .build();
    }

    static Balances balances(BigInteger debits, BigInteger credits, BigInteger debitsHeld, BigInteger creditsHeld) {
        return Balances.newBuilder()
                .setDebitsPosted(int128(debits))
                .setCreditsPosted(int128(credits))
                .setDebitsPending(int128(debitsHeld))
                .setCreditsPending(int128(creditsHeld))
                .build();
    }

    /// What an entry adds to the posted debits.
    static BigInteger debited(Entry entry) {
        boolean debits =
                entry.getKind() == EntryKind.ENTRY_KIND_DEBIT || entry.getKind() == EntryKind.ENTRY_KIND_DEBIT_CAPTURED;
        return debits ? of(entry.getAmount()) : BigInteger.ZERO;
    }

    /// What an entry adds to the posted credits.
    static BigInteger credited(Entry entry) {
        boolean credits = entry.getKind() == EntryKind.ENTRY_KIND_CREDIT
                || entry.getKind() == EntryKind.ENTRY_KIND_CREDIT_CAPTURED;
        return credits ? of(entry.getAmount()) : BigInteger.ZERO;
    }
}
