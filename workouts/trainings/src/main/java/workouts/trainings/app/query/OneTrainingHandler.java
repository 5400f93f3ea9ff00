package workouts.trainings.app.query;

import java.time.Clock;
import java.util.Optional;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainings.domain.training.TrainingRepository;

/// Answers [OneTraining].
public final class OneTrainingHandler implements QueryHandler<OneTraining, Optional<TrainingView>> {
    private final TrainingRepository trainings;
    private final Clock clock;

    public OneTrainingHandler(TrainingRepository trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @Override
    public Optional<TrainingView> handle(OneTraining query) {
        return trainings.find(query.training(), query.by()).map(it -> TrainingView.of(it, clock.instant()));
    }
}
