package ballast.simulation.ledger;

import ballast.types.ledger.v1.Balances;
import java.math.BigInteger;

/// The four counters of an account.
record Counters(
        BigInteger debitsPosted, BigInteger creditsPosted, BigInteger debitsPending, BigInteger creditsPending) {
    static final Counters ZERO = new Counters(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO);

    static Counters of(Balances balances) {
        return new Counters(
                Numbers.of(balances.getDebitsPosted()),
                Numbers.of(balances.getCreditsPosted()),
                Numbers.of(balances.getDebitsPending()),
                Numbers.of(balances.getCreditsPending()));
    }

    /// Credits posted less debits posted.
    BigInteger posted() {
        return creditsPosted.subtract(debitsPosted);
    }

    /// What can be spent.
    BigInteger available() {
        return posted().subtract(debitsPending);
    }

    /// What there will be if everything that is held for the account comes, and nothing that is held from it goes.
    BigInteger most() {
        return posted().add(creditsPending);
    }

    Counters withDebits(BigInteger posted, BigInteger pending) {
        return new Counters(debitsPosted.add(posted), creditsPosted, debitsPending.add(pending), creditsPending);
    }

    Counters withCredits(BigInteger posted, BigInteger pending) {
        return new Counters(debitsPosted, creditsPosted.add(posted), debitsPending, creditsPending.add(pending));
    }

    Counters plus(Counters other) {
        return withDebits(other.debitsPosted, other.debitsPending)
                .withCredits(other.creditsPosted, other.creditsPending);
    }

    Balances message() {
        return Balances.newBuilder()
                .setDebitsPosted(Numbers.int128(debitsPosted))
                .setCreditsPosted(Numbers.int128(creditsPosted))
                .setDebitsPending(Numbers.int128(debitsPending))
                .setCreditsPending(Numbers.int128(creditsPending))
                .build();
    }
}
