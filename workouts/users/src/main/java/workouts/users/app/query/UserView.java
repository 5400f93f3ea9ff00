package workouts.users.app.query;

import workouts.users.domain.person.Person;

/// A person and what they can spend.
///
/// @param balance what is there less what is held; 0 or more
public record UserView(Person person, long balance) {}
