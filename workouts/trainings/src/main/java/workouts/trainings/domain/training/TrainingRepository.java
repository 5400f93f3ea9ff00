package workouts.trainings.domain.training;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Where trainings are kept, and where it is decided who sees which: whatever somebody may not see is not there.
public interface TrainingRepository {
    Optional<Training> find(TrainingId id, Participant who);

    /// A page of this participant's trainings in order of time, then id.
    Listing.Page list(Participant who, Listing listing);

    /// Loads, decides and saves in one transaction that nobody else's decision about this training overlaps; nothing
    /// is saved when the rule refuses. What the rule itself writes into stores of the same database is committed or
    /// rolled back with it. [Refusal#TRAINING_NOT_FOUND] when it is not there, or not this participant's.
    Decision<Training> update(TrainingId id, Participant who, Function<Training, Decision<Training>> rule);

    /// Keeps a training that has just been booked.
    void add(Training training);

    /// Carries out what was decided before; in the name of a change under way, not of a participant.
    void alter(TrainingId id, UnaryOperator<Training> alteration);
}
