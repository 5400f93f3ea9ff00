package workouts.users.app.command;

import workouts.users.domain.credit.CreditHold;

/// Set credits aside for a booking.
public record HoldCredits(CreditHold hold) {}
