package workouts.trainings.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import workouts.trainings.app.saga.Hours;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;
import workouts.trainings.domain.training.TrainingId;

/// A trainer's hours as the trainer service keeps them: open, held by one reservation, and reservations that have ended
/// for ever. Thread-safe.
public final class GymHours implements Hours {
    private final Set<Hour> open = new HashSet<>();
    private final Map<Hour, UUID> held = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();

    private record Hour(UUID trainer, Instant time) {
        static Hour of(Reservation reservation) {
            return new Hour(reservation.trainer(), reservation.time());
        }
    }

    public synchronized void open(UUID trainer, Instant time) {
        open.add(new Hour(trainer, time));
    }

    public synchronized Set<Instant> held(UUID trainer) {
        var times = new TreeSet<Instant>();
        held.keySet().stream().filter(it -> it.trainer().equals(trainer)).forEach(it -> times.add(it.time()));
        return times;
    }

    @Override
    public synchronized Answer reserve(TrainingId booking, Reservation reservation) {
        var hour = Hour.of(reservation);
        if (ended.contains(reservation.id())) {
            return new Answer.Refused(Refusal.REFUSED);
        }
        if (!open.contains(hour) || !held.getOrDefault(hour, reservation.id()).equals(reservation.id())) {
            return new Answer.Refused(Refusal.HOUR_NOT_AVAILABLE);
        }
        held.put(hour, reservation.id());
        return new Answer.Done();
    }

    @Override
    public synchronized Answer release(TrainingId booking, Reservation reservation) {
        ended.add(reservation.id());
        held.remove(Hour.of(reservation), reservation.id());
        return new Answer.Done();
    }
}
