package workouts.users.app.command;

import workouts.users.domain.person.Person;

/// Remember who is here.
public record RegisterVisit(Person person) {}
