package workouts.users.domain.credit;

import java.util.UUID;

/// Names what credits are held, spent and given back for: a training, for ever.
public record BookingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
