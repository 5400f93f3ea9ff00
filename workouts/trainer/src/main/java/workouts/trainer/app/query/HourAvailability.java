package workouts.trainer.app.query;

import workouts.trainer.domain.hour.HourId;

/// Whether this hour can be booked now.
public record HourAvailability(HourId hour) {}
