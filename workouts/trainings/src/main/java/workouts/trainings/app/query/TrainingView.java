package workouts.trainings.app.query;

import java.time.Instant;
import workouts.trainings.domain.training.Training;

/// A training and what the calendar says about it at the moment of asking.
public record TrainingView(Training training, boolean canBeCancelled, boolean moveRequiresAccept) {
    static TrainingView of(Training training, Instant now) {
        return new TrainingView(training, training.canBeCanceledForFree(now), training.moveRequiresAccept(now));
    }
}
