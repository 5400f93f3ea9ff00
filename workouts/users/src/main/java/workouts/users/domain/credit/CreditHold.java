package workouts.users.domain.credit;

import workouts.users.domain.person.PersonId;

/// Credits that are to be set aside for a booking.
///
/// @param amount 1 or more
public record CreditHold(PersonId person, BookingId booking, long amount) {
    public CreditHold {
        Amounts.require("amount", amount, 1);
    }
}
