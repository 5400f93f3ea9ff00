package workouts.trainings.app.query;

import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.TrainingId;

/// This training, if it is this participant's.
public record OneTraining(TrainingId training, Participant by) {}
