package workouts.trainer.domain.hour;

import java.time.Instant;

/// Which hour: whose, and when it begins.
public record HourId(TrainerId trainer, Instant start) {}
