package ballast.history;

import ballast.types.history.v1.AssetSum;
import ballast.types.history.v1.SummedBalances;
import ballast.types.ledger.v1.Balances;
import ballast.types.protocol.v1.Int128;
import java.math.BigInteger;

/// The sums of the counters of accounts, exact at any size.
final class Counters {
    private final Total debitsPosted = new Total();
    private final Total creditsPosted = new Total();
    private final Total debitsPending = new Total();
    private final Total creditsPending = new Total();
    private long accounts;

    /// One counter: the upper words of the numbers added up, and the lower ones in two halves, so that neither can
    /// pass its word before 2^31 of them were added.
    private static final class Total {
        private static final long HALF = 0xFFFF_FFFFL;

        private BigInteger carried = BigInteger.ZERO;
        private long high;
        private long middle;
        private long low;
        private int added;

        /// How many numbers are added before the words are carried.
        private static final int ADDED_MAX = 1 << 16;

        void add(Int128 number) {
            if (number.getHigh() >= 1L << 31 || added == ADDED_MAX) {
                carry();
                carried = carried.add(Amounts.number(number));
                return;
            }
            high += number.getHigh();
            middle += number.getLow() >>> 32;
            low += number.getLow() & HALF;
            added++;
        }

        BigInteger value() {
            carry();
            return carried;
        }

        private void carry() {
            carried = carried.add(BigInteger.valueOf(high).shiftLeft(64))
                    .add(BigInteger.valueOf(middle).shiftLeft(32))
                    .add(BigInteger.valueOf(low));
            high = 0;
            middle = 0;
            low = 0;
            added = 0;
        }
    }

    /// Adds an account.
    void add(Balances balances) {
        debitsPosted.add(balances.getDebitsPosted());
        creditsPosted.add(balances.getCreditsPosted());
        debitsPending.add(balances.getDebitsPending());
        creditsPending.add(balances.getCreditsPending());
        accounts++;
    }

    AssetSum sum(String asset) {
        return AssetSum.newBuilder()
                .setAsset(asset)
                .setAccounts(accounts)
                .setSums(SummedBalances.newBuilder()
                        .setDebitsPosted(debitsPosted.value().toString())
                        .setCreditsPosted(creditsPosted.value().toString())
                        .setDebitsPending(debitsPending.value().toString())
                        .setCreditsPending(creditsPending.value().toString()))
                .build();
    }
}
