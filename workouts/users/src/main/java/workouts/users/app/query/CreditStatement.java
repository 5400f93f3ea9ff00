package workouts.users.app.query;

import java.util.Optional;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonId;

/// What has happened to this person's balance?
///
/// @param after where the page before ended
/// @param limit 1 to [Statement#CHANGES_MAX]
public record CreditStatement(PersonId person, Optional<Statement.Place> after, int limit) {
    public CreditStatement {
        if (limit < 1 || limit > Statement.CHANGES_MAX) {
            throw new IllegalArgumentException("limit must be from 1 to %d".formatted(Statement.CHANGES_MAX));
        }
    }
}
