package workouts.trainings.ports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import workouts.trainings.app.query.TrainingView;
import workouts.trainings.domain.training.Proposal;

/// What goes over the wire, by the names of the contract.
final class Bodies {
    private Bodies() {}

    record PostTraining(Instant time, Optional<String> notes, Optional<UUID> trainerUuid) {
        PostTraining {
            Wire.requireKept("time", time);
            Wire.requireKept("notes", notes);
        }
    }

    record NewTime(Instant time, Optional<String> notes) {
        NewTime {
            Wire.requireKept("time", time);
            Wire.requireKept("notes", notes);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Training(
            UUID uuid,
            String version,
            String user,
            UUID userUuid,
            UUID trainerUuid,
            String notes,
            Instant time,
            boolean canceled,
            boolean changeInProgress,
            boolean canBeCancelled,
            boolean moveRequiresAccept,
            Optional<Instant> proposedTime,
            Optional<String> moveProposedBy) {
        static Training of(TrainingView view) {
            var training = view.training();
            return new Training(
                    training.id().value(),
                    training.version().value(),
                    training.attendee().name(),
                    training.attendee().id(),
                    training.trainer(),
                    training.notes().text(),
                    training.time(),
                    training.canceled(),
                    training.change().isPresent(),
                    view.canBeCancelled(),
                    view.moveRequiresAccept(),
                    training.proposal().map(Proposal::time),
                    training.proposal().map(it -> it.by().name().toLowerCase(Locale.ROOT)));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Trainings(List<Training> trainings, Optional<String> nextCursor) {}
}
