package workouts.users.app.command;

import workouts.users.domain.credit.BookingId;

/// Spend what is held for a booking.
public record CaptureCredits(BookingId booking) {}
