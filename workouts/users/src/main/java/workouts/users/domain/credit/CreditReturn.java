package workouts.users.domain.credit;

import workouts.users.domain.person.PersonId;

/// Credits that come back for a booking that was paid and cancelled.
///
/// @param refund what was paid; 0 or more
/// @param fine what the gym pays on top, because it cancelled too late; 0 or more, not both 0
public record CreditReturn(PersonId person, BookingId booking, RequestId request, long refund, long fine) {
    public CreditReturn {
        Amounts.require("refund", refund, 0);
        Amounts.require("fine", fine, 0);
        if (refund == 0 && fine == 0) {
            throw new IllegalArgumentException("refund and fine must not both be 0");
        }
    }

    public TransactionKind kind() {
        if (fine == 0) {
            return TransactionKind.REFUND;
        }
        return refund == 0 ? TransactionKind.FINE : TransactionKind.REFUND_AND_FINE;
    }
}
