package workouts.users.app.query;

import workouts.users.domain.person.Person;

/// How does the application look to this person, who is here now?
public record CurrentUser(Person person) {}
