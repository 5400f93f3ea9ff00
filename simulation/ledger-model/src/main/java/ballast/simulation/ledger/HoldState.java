package ballast.simulation.ledger;

import java.math.BigInteger;

/// A hold as it stands.
///
/// @param amount what was held at first
/// @param left what is held still
/// @param deadlineMillis 0: it never expires
record HoldState(
        AccountName from, AccountName to, BigInteger amount, BigInteger left, Status status, long deadlineMillis) {
    enum Status {
        PENDING,
        POSTED,
        VOIDED,
        EXPIRED,
    }

    HoldState with(BigInteger newLeft, Status newStatus) {
        return new HoldState(from, to, amount, newLeft, newStatus, deadlineMillis);
    }

    HoldState until(long newDeadlineMillis) {
        return new HoldState(from, to, amount, left, status, newDeadlineMillis);
    }
}
