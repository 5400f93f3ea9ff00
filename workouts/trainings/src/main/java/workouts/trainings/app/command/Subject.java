package workouts.trainings.app.command;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.Version;

/// The training that a command is about.
///
/// @param seen the versions that the caller will have changed; any, when absent
/// @param idempotencyKey under which the same request may come again, and is answered as it was
public record Subject(TrainingId training, Participant by, Optional<Set<Version>> seen, Optional<UUID> idempotencyKey) {
    /// The training in whatever version it is, once.
    public static Subject of(TrainingId training, Participant by) {
        return new Subject(training, by, Optional.empty(), Optional.empty());
    }

    /// The training, if it is as the caller has seen it.
    Decision<Training> asSeen(Training found) {
        return seen.isEmpty() || seen.get().contains(found.version())
                ? Decision.accepted(found)
                : Decision.refused(Refusal.CHANGED_MEANWHILE);
    }
}
