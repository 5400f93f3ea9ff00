package workouts.trainings.domain.training;

import java.util.UUID;

/// Who acts, and on which side: an attendee sees own trainings, a trainer those with them.
public record Participant(UUID id, Role role) {}
