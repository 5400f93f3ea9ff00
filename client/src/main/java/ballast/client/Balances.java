package ballast.client;

import java.math.BigInteger;

/// The four counters of an account, each 0 to 2^127 - 1.
public record Balances(
        BigInteger debitsPosted, BigInteger creditsPosted, BigInteger debitsPending, BigInteger creditsPending) {

    /// Credits posted less debits posted: what people call the balance.
    public BigInteger posted() {
        return creditsPosted.subtract(debitsPosted);
    }

    /// Posted less debits pending: what can be spent.
    public BigInteger available() {
        return posted().subtract(debitsPending);
    }
}
