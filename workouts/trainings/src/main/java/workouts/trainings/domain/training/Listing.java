package workouts.trainings.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A page of trainings in order of time: those from `from` (inclusive) to `to` (exclusive), after a position.
public record Listing(Optional<Instant> from, Optional<Instant> to, Which which, Optional<Position> after, int limit) {
    public static final int LIMIT_MAX = 100;

    /// Which trainings are wanted.
    public enum Which {
        SCHEDULED,
        CANCELED,
        ALL
    }

    /// Where a page ended. Two trainings may begin at the same time, so the id belongs to it.
    public record Position(Instant time, TrainingId id) {}

    /// What is on a page, and whether more comes after it.
    public record Page(List<Training> trainings, boolean more) {
        public Page {
            trainings = List.copyOf(trainings);
        }
    }

    public Listing {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new IllegalArgumentException("a page has 1 to " + LIMIT_MAX + " trainings, not " + limit);
        }
    }
}
