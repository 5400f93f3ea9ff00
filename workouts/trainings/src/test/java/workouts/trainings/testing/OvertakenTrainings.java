package workouts.trainings.testing;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// Trainings that somebody faster changes, once it was told, between what a command has looked up and its own change.
public final class OvertakenTrainings implements TrainingRepository {
    private final TrainingRepository trainings;
    private Optional<Runnable> faster = Optional.empty();

    public OvertakenTrainings(TrainingRepository trainings) {
        this.trainings = trainings;
    }

    public void beforeTheNextUpdate(Runnable change) {
        faster = Optional.of(change);
    }

    @Override
    public Decision<Training> update(TrainingId id, Participant who, Function<Training, Decision<Training>> rule) {
        var first = faster;
        faster = Optional.empty();
        first.ifPresent(Runnable::run);
        return trainings.update(id, who, rule);
    }

    @Override
    public Optional<Training> find(TrainingId id, Participant who) {
        return trainings.find(id, who);
    }

    @Override
    public Listing.Page list(Participant who, Listing listing) {
        return trainings.list(who, listing);
    }

    @Override
    public void add(Training training) {
        trainings.add(training);
    }

    @Override
    public void alter(TrainingId id, UnaryOperator<Training> alteration) {
        trainings.alter(id, alteration);
    }
}
