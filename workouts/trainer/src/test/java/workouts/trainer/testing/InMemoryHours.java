package workouts.trainer.testing;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Standing;
import workouts.trainer.domain.hour.TrainerId;

/// Hours in memory: one decision at a time. Thread-safe.
public final class InMemoryHours implements HourRepository {
    private final Map<HourId, Hour> hours = new HashMap<>();
    private final Map<UUID, Kept> reservations = new HashMap<>();
    private final Runnable commit;

    private record Kept(HourId hour, Reservation reservation, boolean ended) {}

    public InMemoryHours() {
        this(() -> {});
    }

    /// @param commit is run before a decision is kept; what it throws prevents that
    public InMemoryHours(Runnable commit) {
        this.commit = commit;
    }

    @Override
    public synchronized Hour find(HourId id) {
        return hours.getOrDefault(id, Hour.untouched(id));
    }

    @Override
    public synchronized List<Hour> list(TrainerId trainer, Instant from, Instant until) {
        return hours.values().stream()
                .filter(hour -> hour.id().trainer().equals(trainer))
                .filter(hour -> hour.isOpen() || hour.isHeld())
                .filter(hour ->
                        !hour.id().start().isBefore(from) && hour.id().start().isBefore(until))
                .sorted(Comparator.comparing(hour -> hour.id().start()))
                .toList();
    }

    @Override
    public synchronized Decision<List<Hour>> update(
            TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
        var decision = Decision.all(new TreeSet<>(starts)
                .stream()
                        .map(start -> find(new HourId(trainer, start)))
                        .map(rule)
                        .toList());
        if (decision instanceof Decision.Accepted<List<Hour>>(List<Hour> after)) {
            commit.run();
            after.forEach(hour -> hours.put(hour.id(), hour));
        }
        return decision;
    }

    @Override
    public synchronized Decision<Claim> update(
            HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
        var decision = rule.apply(new Claim(find(id), reservation, standing(id, reservation)));
        if (decision instanceof Decision.Accepted<Claim>(Claim after)) {
            commit.run();
            hours.put(id, after.hour());
            reservations.put(reservation.id(), new Kept(id, reservation, after.standing() == Standing.ENDED));
        }
        return decision;
    }

    private Standing standing(HourId id, Reservation reservation) {
        return Optional.ofNullable(reservations.get(reservation.id()))
                .map(kept -> kept.ended()
                        ? Standing.ENDED
                        : kept.equals(new Kept(id, reservation, false)) ? Standing.HOLDS : Standing.STANDS_FOR_ANOTHER)
                .orElse(Standing.NEW);
    }
}
