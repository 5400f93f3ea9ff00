package workouts.users.app.query;

import workouts.users.domain.person.PersonId;

/// How much can this person spend now?
public record TrainingBalance(PersonId person) {}
