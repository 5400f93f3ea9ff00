package workouts.trainings.app.command;

/// Cancel this training.
public record CancelTraining(Subject subject) {}
