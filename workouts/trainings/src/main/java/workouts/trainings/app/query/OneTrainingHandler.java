package workouts.trainings.app.query;

import java.time.Clock;
import java.util.Optional;
import workouts.trainings.domain.training.TrainingRepository;

/// Answers [OneTraining].
public final class OneTrainingHandler {
    private final TrainingRepository trainings;
    private final Clock clock;

    public OneTrainingHandler(TrainingRepository trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    public Optional<TrainingView> handle(OneTraining query) {
        return trainings.find(query.training(), query.by()).map(it -> TrainingView.of(it, clock.instant()));
    }
}
