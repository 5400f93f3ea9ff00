package workouts.trainer.app.command;

import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.Reservation;

/// End this reservation of this hour, whether it holds the hour or not.
public record CancelTraining(HourId hour, Reservation reservation) {}
