package workouts.trainer.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import workouts.trainer.domain.hour.Availability;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Standing;
import workouts.trainer.domain.hour.TrainerId;

/// Hours in memory with one thing wrong each.
class FlawedHours implements HourRepository {
    final HourRepository good;

    FlawedHours(HourRepository good) {
        this.good = good;
    }

    @Override
    public Hour find(HourId id) {
        return good.find(id);
    }

    @Override
    public List<Hour> list(TrainerId trainer, Instant from, Instant until) {
        return good.list(trainer, from, until);
    }

    @Override
    public Decision<List<Hour>> update(TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
        return good.update(trainer, starts, rule);
    }

    @Override
    public Decision<Claim> update(HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
        return good.update(id, reservation, rule);
    }

    static final class KeepsHalfABatch extends FlawedHours {
        KeepsHalfABatch() {
            super(new InMemoryHours());
        }

        @Override
        public Decision<List<Hour>> update(
                TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
            var decisions = starts.stream()
                    .sorted()
                    .map(start -> good.update(trainer, Set.of(start), rule)
                            .then(hours -> Decision.accepted(hours.getFirst())))
                    .toList();
            return Decision.all(decisions);
        }
    }

    static final class ForgetsEndsOfWhatHeldNothing extends FlawedHours {
        ForgetsEndsOfWhatHeldNothing() {
            super(new InMemoryHours());
        }

        @Override
        public Decision<Claim> update(HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
            var hour = find(id);
            return hour.isHeldBy(reservation) || hour.isOpen()
                    ? good.update(id, reservation, rule)
                    : rule.apply(new Claim(hour, reservation, Standing.NEW));
        }
    }

    static final class FreesForAnybody extends FlawedHours {
        FreesForAnybody() {
            super(new InMemoryHours());
        }

        @Override
        public Decision<Claim> update(HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
            var decision = good.update(id, reservation, rule);
            if (decision instanceof Decision.Accepted<Claim>(Claim after)
                    && after.standing() == Standing.ENDED
                    && find(id).availability() instanceof Availability.Held(Reservation by)) {
                good.update(id, by, Claim::end);
            }
            return decision;
        }
    }

    /// Decides by what an hour looked like when it was first seen open.
    static final class LosesUpdates extends FlawedHours {
        private final Map<HourId, Hour> seen = new HashMap<>();

        LosesUpdates() {
            super(new InMemoryHours());
        }

        @Override
        public synchronized Decision<Claim> update(
                HourId id, Reservation reservation, Function<Claim, Decision<Claim>> rule) {
            var decision = rule.apply(new Claim(seen.computeIfAbsent(id, this::find), reservation, Standing.NEW));
            return good.update(id, reservation, _ -> decision);
        }
    }

    static final class TakesAllTrainersForOne extends FlawedHours {
        private static final TrainerId ONE = new TrainerId(new UUID(0, 1));

        TakesAllTrainersForOne() {
            super(new InMemoryHours());
        }

        @Override
        public Hour find(HourId id) {
            return new Hour(id, good.find(new HourId(ONE, id.start())).availability());
        }

        @Override
        public Decision<List<Hour>> update(
                TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
            return good.update(ONE, starts, rule);
        }
    }

    static final class ListsTheEndOfTheSpanToo extends FlawedHours {
        ListsTheEndOfTheSpanToo() {
            super(new InMemoryHours());
        }

        @Override
        public List<Hour> list(TrainerId trainer, Instant from, Instant until) {
            return good.list(trainer, from, until.plusNanos(1));
        }
    }

    static final class CallsAFailedCommitASuccess extends FlawedHours {
        CallsAFailedCommitASuccess() {
            super(new InMemoryHours(() -> {
                throw new IllegalStateException("the commit failed");
            }));
        }

        @Override
        public Decision<List<Hour>> update(
                TrainerId trainer, Set<Instant> starts, Function<Hour, Decision<Hour>> rule) {
            try {
                return good.update(trainer, starts, rule);
            } catch (IllegalStateException e) {
                return Decision.accepted(List.of());
            }
        }
    }
}
