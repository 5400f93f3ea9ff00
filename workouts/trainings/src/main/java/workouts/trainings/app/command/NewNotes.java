package workouts.trainings.app.command;

import java.util.Optional;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Notes;

/// Notes that come with a change: checked when there are any, and absent otherwise.
final class NewNotes {
    private NewNotes() {}

    static Decision<Optional<Notes>> of(Optional<String> text) {
        return text.map(it -> Notes.of(it).then(notes -> Decision.accepted(Optional.of(notes))))
                .orElseGet(() -> Decision.accepted(Optional.empty()));
    }
}
