package workouts.trainings.app.command;

import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// Agree to the hour that the other side has asked for.
public record ApproveReschedule(TrainingId training, Participant by) {}
