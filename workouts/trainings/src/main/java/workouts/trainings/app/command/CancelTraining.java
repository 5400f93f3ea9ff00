package workouts.trainings.app.command;

import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// Cancel this training.
public record CancelTraining(TrainingId training, Participant by) {}
