package workouts.demo;

import java.util.UUID;

/// Somebody to try things out as.
///
/// @param role trainer or attendee
public record Person(UUID uuid, String name, String email, String role) {}
