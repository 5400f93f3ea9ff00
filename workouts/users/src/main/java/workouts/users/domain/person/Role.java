package workouts.users.domain.person;

/// On which side of a training a person stands.
public enum Role {
    ATTENDEE,
    TRAINER
}
