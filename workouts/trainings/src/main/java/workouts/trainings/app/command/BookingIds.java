package workouts.trainings.app.command;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.trainings.domain.training.NamedUuid;

/// Names for bookings: a new one, or the one that an attendee's key stands for, for ever the same. Two attendees with
/// one key do not meet.
final class BookingIds {
    private final Supplier<UUID> fresh;

    BookingIds(Supplier<UUID> fresh) {
        this.fresh = fresh;
    }

    UUID fresh() {
        return fresh.get();
    }

    static UUID of(UUID attendee, UUID key) {
        return NamedUuid.of(
                "workouts.trainings.booking",
                ByteBuffer.allocate(32)
                        .putLong(attendee.getMostSignificantBits())
                        .putLong(attendee.getLeastSignificantBits())
                        .putLong(key.getMostSignificantBits())
                        .putLong(key.getLeastSignificantBits())
                        .array());
    }
}
