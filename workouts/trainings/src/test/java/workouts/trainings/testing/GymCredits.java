package workouts.trainings.testing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import workouts.trainings.app.saga.Credits;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// Attendees' credits as the users service keeps them: every answer is recorded under its id for ever. Thread-safe.
public final class GymCredits implements Credits {
    private final Map<UUID, Integer> balances = new HashMap<>();
    private final Map<TrainingId, Hold> holds = new HashMap<>();
    private final Set<ChangeId> requests = new HashSet<>();
    private final Map<UUID, Integer> returned = new HashMap<>();

    private enum State {
        HELD,
        CAPTURED,
        RELEASED,
        REFUSED
    }

    private record Hold(UUID attendee, State state) {
        Hold as(State newState) {
            return new Hold(attendee, newState);
        }
    }

    public synchronized void grant(UUID attendee, int credits) {
        balances.merge(attendee, credits, Integer::sum);
    }

    /// What the attendee can spend.
    public synchronized int balance(UUID attendee) {
        return balances.getOrDefault(attendee, 0);
    }

    public synchronized long held(UUID attendee) {
        return count(attendee, State.HELD);
    }

    public synchronized long spent(UUID attendee) {
        return count(attendee, State.CAPTURED);
    }

    /// What came back for cancellations, over all time.
    public synchronized int returned(UUID attendee) {
        return returned.getOrDefault(attendee, 0);
    }

    private long count(UUID attendee, State state) {
        return holds.values().stream()
                .filter(it -> it.state() == state && it.attendee().equals(attendee))
                .count();
    }

    @Override
    public synchronized Answer hold(TrainingId booking, UUID attendee) {
        var hold = holds.computeIfAbsent(booking, key -> {
            if (balance(attendee) < 1) {
                return new Hold(attendee, State.REFUSED);
            }
            grant(attendee, -1);
            return new Hold(attendee, State.HELD);
        });
        return switch (hold.state()) {
            case HELD, CAPTURED -> new Answer.Done();
            case RELEASED -> new Answer.Refused(Refusal.REFUSED);
            case REFUSED -> new Answer.Refused(Refusal.NOT_ENOUGH_CREDITS);
        };
    }

    @Override
    public synchronized Answer capture(TrainingId booking) {
        var hold = holds.computeIfPresent(booking, (key, it) -> it.state() == State.HELD ? it.as(State.CAPTURED) : it);
        return hold != null && hold.state() == State.CAPTURED ? new Answer.Done() : new Answer.Refused(Refusal.REFUSED);
    }

    @Override
    public synchronized Answer release(TrainingId booking) {
        var hold = holds.get(booking);
        if (hold != null && hold.state() == State.CAPTURED) {
            return new Answer.Refused(Refusal.REFUSED);
        }
        if (hold != null && hold.state() == State.HELD) {
            grant(hold.attendee(), 1);
            holds.put(booking, hold.as(State.RELEASED));
        }
        return new Answer.Done();
    }

    @Override
    public synchronized Answer giveBack(TrainingId booking, UUID attendee, ChangeId request, CreditReturn credits) {
        if (requests.add(request)) {
            grant(attendee, credits.refund() + credits.fine());
            returned.merge(attendee, credits.refund() + credits.fine(), Integer::sum);
        }
        return new Answer.Done();
    }
}
