package workouts.trainings.app.query;

import java.time.Clock;
import java.util.Optional;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Listing.Position;
import workouts.trainings.domain.training.TrainingRepository;

/// Answers [Trainings].
public final class TrainingsHandler implements QueryHandler<Trainings, Trainings.Page> {
    private final TrainingRepository trainings;
    private final Clock clock;

    public TrainingsHandler(TrainingRepository trainings, Clock clock) {
        this.trainings = trainings;
        this.clock = clock;
    }

    @Override
    public Trainings.Page handle(Trainings query) {
        var now = clock.instant();
        var from = query.from().orElseGet(() -> now.minus(Trainings.LOOKS_BACK));
        var page = trainings.list(
                query.by(), new Listing(Optional.of(from), query.to(), query.which(), query.after(), query.limit()));
        var views =
                page.trainings().stream().map(it -> TrainingView.of(it, now)).toList();
        return new Trainings.Page(views, page.more() ? Optional.of(end(page)) : Optional.empty());
    }

    private static Position end(Listing.Page page) {
        var last = page.trainings().getLast();
        return new Position(last.time(), last.id());
    }
}
