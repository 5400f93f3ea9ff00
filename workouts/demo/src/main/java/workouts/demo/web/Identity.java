package workouts.demo.web;

import java.util.UUID;

/// Somebody whom the page offers to sign in as.
///
/// @param role trainer or attendee
public record Identity(UUID uuid, String name, String email, String role) {}
