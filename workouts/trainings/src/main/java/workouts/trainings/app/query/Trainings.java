package workouts.trainings.app.query;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import workouts.trainings.domain.training.Listing.Position;
import workouts.trainings.domain.training.Listing.Which;
import workouts.trainings.domain.training.Participant;

/// A page of this participant's trainings in order of time. Without `from` they begin a day ago, so that what has just
/// been is still there.
public record Trainings(
        Participant by,
        Optional<Instant> from,
        Optional<Instant> to,
        Which which,
        Optional<Position> after,
        int limit) {
    static final Duration LOOKS_BACK = Duration.ofHours(24);

    /// A page, and where the next one begins if there is one.
    public record Page(List<TrainingView> trainings, Optional<Position> next) {
        public Page {
            trainings = List.copyOf(trainings);
        }
    }
}
