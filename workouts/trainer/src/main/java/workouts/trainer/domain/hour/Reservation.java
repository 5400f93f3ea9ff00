package workouts.trainer.domain.hour;

import java.util.UUID;

/// One attempt of one booking to hold one hour. Only who knows the id can give the hour back.
///
/// @param id never used for another attempt
/// @param booking the training that the hour is for
public record Reservation(UUID id, UUID booking) {}
