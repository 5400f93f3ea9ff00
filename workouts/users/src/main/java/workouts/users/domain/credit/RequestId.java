package workouts.users.domain.credit;

import java.util.UUID;

/// Names one change for ever, in the words of whoever wants it.
public record RequestId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
