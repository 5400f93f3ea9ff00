package workouts.trainings.domain.training;

import java.time.Instant;

/// A new time that one side has asked for. It holds no hour: somebody may be faster.
public record Proposal(Instant time, Role by) {}
