package workouts.trainer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import workouts.trainer.domain.hour.Availability;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Reservation;

/// Does anything to a few hours in any order, and looks after each step at who holds what: exactly those whose
/// holding was accepted and whose end was not asked for. The seed is in every message; `-Dballast.seed=42` takes
/// it back.
public final class HourWalk {
    private static final int FIRST = 12;
    private static final int HOURS = 4;
    private static final int RESERVATIONS = 6;
    private static final int TOLD = 20;

    private final long seed = Long.getLong("ballast.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Sample sample;
    private final List<Reservation> known = new ArrayList<>();
    private final Map<Reservation, Integer> holding = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();

    private record Step(int hour, String act, Decision<?> decision) {}

    public HourWalk(HourRepository hours) {
        this.sample = Sample.in(hours);
    }

    public void walk(int count) {
        for (int step = 0; step < count; step++) {
            int hour = FIRST + random.nextInt(HOURS);
            switch (random.nextInt(4)) {
                case 0 -> open(hour);
                case 1 -> close(hour);
                case 2 -> hold(hour, someReservation());
                default -> end(hour, someReservation());
            }
            look();
        }
    }

    /// Now and then a new one, or an old id for another booking.
    private Reservation someReservation() {
        int which = random.nextInt(RESERVATIONS);
        if (which == 0 || known.isEmpty()) {
            known.add(new Reservation(new UUID(random.nextLong(), random.nextLong()), new UUID(0, random.nextInt(3))));
        }
        var recent = known.get(Math.max(0, known.size() - 1 - random.nextInt(RESERVATIONS)));
        return which == 1 ? new Reservation(recent.id(), new UUID(1, 0)) : recent;
    }

    private void open(int hour) {
        boolean free = !holding.containsValue(hour);
        expect(hour, "open", sample.open(hour), free);
    }

    private void close(int hour) {
        var wanted = new HashSet<>(List.of(Sample.at(hour), Sample.at(FIRST)));
        boolean free = !holding.containsValue(hour) && !holding.containsValue(FIRST);
        expect(hour, "close, and the first", sample.hours().update(sample.trainer(), wanted, Hour::close), free);
    }

    private void hold(int hour, Reservation reservation) {
        boolean again = holding.getOrDefault(reservation, 0) == hour;
        boolean fresh = !ended.contains(reservation.id()) && !isHeldId(reservation.id());
        boolean open = sample.find(hour).isOpen();
        expect(hour, "hold", sample.hold(hour, reservation), again || (fresh && open));
        if (fresh && open) {
            holding.put(reservation, hour);
        }
    }

    private void end(int hour, Reservation reservation) {
        boolean own = holding.getOrDefault(reservation, 0) == hour;
        boolean possible = own || !isHeldId(reservation.id());
        expect(hour, "end", sample.end(hour, reservation), possible);
        if (possible) {
            holding.remove(reservation);
            ended.add(reservation.id());
        }
    }

    private boolean isHeldId(UUID id) {
        return holding.keySet().stream()
                .anyMatch(reservation -> reservation.id().equals(id));
    }

    private void expect(int hour, String act, Decision<?> decision, boolean accepted) {
        steps.add(new Step(hour, act, decision));
        assertThat(decision instanceof Decision.Accepted).as(this::story).isEqualTo(accepted);
    }

    private void look() {
        var held = new HashMap<Reservation, Integer>();
        for (int hour = FIRST; hour < FIRST + HOURS; hour++) {
            Instant start = Sample.at(hour);
            if (sample.find(hour).availability() instanceof Availability.Held(Reservation by)) {
                assertThat(held.put(by, hour)).as(() -> start + " " + story()).isNull();
                assertThat(ended.contains(by.id())).as(this::story).isFalse();
            }
        }
        assertThat(held).as(this::story).isEqualTo(holding);
    }

    private String story() {
        return "seed " + seed + ", the last of " + steps.size() + " steps: "
                + steps.subList(Math.max(0, steps.size() - TOLD), steps.size());
    }
}
