package workouts.trainings.app.command;

/// Turn down the hour that was asked for, or take one's own request back.
public record RejectReschedule(Subject subject) {}
