package ballast.ledger;

/// The four counters of an account. Each is 0 to 2¹²⁷−1, and so is the sum of the two of one side.
///
/// @param debitsPosted all that the account has given
/// @param creditsPosted all that it has got
/// @param debitsPending what is held of it and may still be given
/// @param creditsPending what is held for it and may still be got
public record Balances(Int128 debitsPosted, Int128 creditsPosted, Int128 debitsPending, Int128 creditsPending) {
    /// Of an account that nobody has used.
    public static final Balances ZERO = new Balances(Int128.ZERO, Int128.ZERO, Int128.ZERO, Int128.ZERO);

    /// @throws IllegalArgumentException if a counter, or the sum of a side, is out of its range
    public Balances {
        if (!isSide(debitsPosted, debitsPending) || !isSide(creditsPosted, creditsPending)) {
            throw new IllegalArgumentException("no counters of an account: debits %s posted, %s pending; credits %s, %s"
                    .formatted(debitsPosted, debitsPending, creditsPosted, creditsPending));
        }
    }

    /// Credits posted less debits posted.
    public Int128 posted() {
        return creditsPosted.minus(debitsPosted);
    }

    /// What can be spent: posted less debits pending.
    public Int128 available() {
        return creditsPosted.minus(debits());
    }

    /// What would be posted if everything held for the account came and nothing that is held of it went.
    Int128 highest() {
        return credits().minus(debitsPosted);
    }

    /// Debits posted and pending.
    Int128 debits() {
        return debitsPosted.plus(debitsPending);
    }

    /// Credits posted and pending.
    Int128 credits() {
        return creditsPosted.plus(creditsPending);
    }

    /// The counters of the account that gives, after a movement.
    Balances debit(Movement movement, Int128 amount) {
        return switch (movement) {
            case POSTED -> withDebits(debitsPosted.plus(amount), debitsPending);
            case HELD -> withDebits(debitsPosted, debitsPending.plus(amount));
            case CAPTURED -> withDebits(debitsPosted.plus(amount), debitsPending.minus(amount));
            case RELEASED, EXPIRED -> withDebits(debitsPosted, debitsPending.minus(amount));
        };
    }

    /// The counters of the account that takes, after a movement.
    Balances credit(Movement movement, Int128 amount) {
        return switch (movement) {
            case POSTED -> withCredits(creditsPosted.plus(amount), creditsPending);
            case HELD -> withCredits(creditsPosted, creditsPending.plus(amount));
            case CAPTURED -> withCredits(creditsPosted.plus(amount), creditsPending.minus(amount));
            case RELEASED, EXPIRED -> withCredits(creditsPosted, creditsPending.minus(amount));
        };
    }

    private Balances withDebits(Int128 posted, Int128 pending) {
        return new Balances(posted, creditsPosted, pending, creditsPending);
    }

    private Balances withCredits(Int128 posted, Int128 pending) {
        return new Balances(debitsPosted, posted, debitsPending, pending);
    }

    private static boolean isSide(Int128 posted, Int128 pending) {
        return posted.high() >= 0 && pending.high() >= 0 && !posted.sumPasses(pending);
    }
}
