package workouts.trainer.app.command;

import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.Reservation;

/// Hold this hour under this reservation.
public record ScheduleTraining(HourId hour, Reservation reservation) {}
