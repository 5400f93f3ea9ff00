package workouts.trainings.app.command;

import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// Turn down the hour that was asked for, or take one's own request back.
public record RejectReschedule(TrainingId training, Participant by) {}
