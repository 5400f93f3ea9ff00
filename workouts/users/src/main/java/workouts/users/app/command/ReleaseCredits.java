package workouts.users.app.command;

import workouts.users.domain.credit.BookingId;

/// Give up a booking that is not paid.
public record ReleaseCredits(BookingId booking) {}
