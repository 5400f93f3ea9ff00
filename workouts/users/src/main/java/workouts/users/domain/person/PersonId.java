package workouts.users.domain.person;

import java.util.UUID;

/// Names one person for ever; it comes with their token.
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
