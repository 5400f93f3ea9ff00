package workouts.trainings.testing;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import workouts.trainings.domain.training.Decision;
import workouts.trainings.domain.training.Listing;
import workouts.trainings.domain.training.Participant;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Training;
import workouts.trainings.domain.training.TrainingId;
import workouts.trainings.domain.training.TrainingRepository;

/// Trainings in memory.
public final class InMemoryTrainings implements TrainingRepository {
    private static final Comparator<Training> ORDER = Comparator.comparing(Training::time)
            .thenComparing(it -> it.id().value().toString());

    private final InMemoryDatabase database;

    public InMemoryTrainings(InMemoryDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<Training> find(TrainingId id, Participant who) {
        return database.transaction(
                () -> Optional.ofNullable(database.trainings().get(id)).filter(it -> it.isVisibleTo(who)));
    }

    @Override
    public Listing.Page list(Participant who, Listing listing) {
        var found = database.transaction(() -> database.trainings().values().stream()
                .filter(it -> it.isVisibleTo(who) && isWanted(it, listing))
                .sorted(ORDER)
                .toList());
        return new Listing.Page(found.stream().limit(listing.limit()).toList(), found.size() > listing.limit());
    }

    private static boolean isWanted(Training training, Listing listing) {
        return listing.from().map(from -> !training.time().isBefore(from)).orElse(true)
                && listing.to().map(training.time()::isBefore).orElse(true)
                && listing.after().map(position -> isAfter(training, position)).orElse(true)
                && switch (listing.which()) {
                    case SCHEDULED -> !training.canceled();
                    case CANCELED -> training.canceled();
                    case ALL -> true;
                };
    }

    private static boolean isAfter(Training training, Listing.Position position) {
        int time = training.time().compareTo(position.time());
        return time == 0 ? training.id().toString().compareTo(position.id().toString()) > 0 : time > 0;
    }

    @Override
    public Decision<Training> update(TrainingId id, Participant who, Function<Training, Decision<Training>> rule) {
        return database.transaction(
                () -> find(id, who)
                        .map(rule)
                        .orElse(Decision.refused(Refusal.TRAINING_NOT_FOUND))
                        .then(this::saved),
                Decision.Accepted.class::isInstance);
    }

    private Decision<Training> saved(Training training) {
        database.trainings().put(training.id(), training);
        return Decision.accepted(training);
    }

    @Override
    public void add(Training training) {
        database.transaction(() -> {
            if (database.trainings().putIfAbsent(training.id(), training) != null) {
                throw new IllegalStateException("there is a training " + training.id() + " already");
            }
            return training;
        });
    }

    @Override
    public void alter(TrainingId id, UnaryOperator<Training> alteration) {
        database.transaction(() -> {
            if (database.trainings().computeIfPresent(id, (key, it) -> alteration.apply(it)) == null) {
                throw new IllegalStateException("there is no training " + id);
            }
            return id;
        });
    }
}
