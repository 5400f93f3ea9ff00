package workouts.trainings.app.command;

/// Agree to the hour that the other side has asked for.
public record ApproveReschedule(Subject subject) {}
