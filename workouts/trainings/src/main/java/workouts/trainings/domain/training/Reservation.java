package workouts.trainings.domain.training;

import java.time.Instant;
import java.util.UUID;

/// One hour of one trainer, held under an id of its own: only who knows the id can give the hour back.
public record Reservation(UUID id, UUID trainer, Instant time) {}
