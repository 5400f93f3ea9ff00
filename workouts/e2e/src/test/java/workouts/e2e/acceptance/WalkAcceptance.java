package workouts.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import workouts.chassis.testing.Answer;
import workouts.e2e.Seed;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Guest;
import workouts.e2e.gym.Gym;

/// Scenario 6 through all the services: attendees and trainers do whatever comes to their minds, while calls between
/// the services get lost, fail, double and come late. Whenever everybody is well again, an hour is held exactly for
/// each live training, and everybody has paid once for each training and got back what its cancellation gives.
final class WalkAcceptance {
    private static final int ACTS = Integer.getInteger("ballast.acts", 400);

    /// About 11 moves are done in 400 acts: one walk in some 60,000 has none by then, and goes on.
    private static final int ACTS_MAX = 4 * ACTS;

    private static final int ACTS_BETWEEN_CHECKS = 20;

    /// What a walk has to come across.
    private static final List<String> EXPECTED = List.of(
            "BOOK 201",
            "BOOK 409 hour-not-available",
            "BOOK 503 still-in-progress",
            "MOVE 204",
            "CANCEL 204",
            "OPEN 204",
            "CLOSE 204");

    private static final long CREDITS = 20;
    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final int FAULTS_PERCENT = 20;
    private static final Duration DAY = Duration.ofHours(24);

    private final long seed = Seed.of(WalkAcceptance.class);
    private final Random random = new Random(seed);
    private final Random chance = new Random(seed + 1);
    private final GymInOneProcess network = new GymInOneProcess();
    private final Gym gym = network.gym();
    private final List<Guest> trainers = List.of(gym.trainer(someId()), gym.trainer(someId()));
    private final List<Guest> attendees =
            List.of(gym.attendee(someId()), gym.attendee(someId()), gym.attendee(someId()), gym.attendee(someId()));
    private final List<Instant> hours = IntStream.range(0, 10)
            .mapToObj(place -> gym.hour(1 + place / 3, 12 + 3 * (place % 3)))
            .toList();
    private final Map<UUID, Long> granted = attendees.stream().collect(Collectors.toMap(Guest::id, _ -> CREDITS));

    /// What the first cancellation of a training that was not refused has to give back, by the training's id.
    private final Map<String, Long> returned = new HashMap<>();

    private final Map<UUID, List<Booking>> bookings = new HashMap<>();
    private final Map<String, Integer> told = new TreeMap<>();
    private final List<String> story = new ArrayList<>();

    /// What is done next, to which training.
    private enum Act {
        BOOK,
        MOVE,
        PROPOSE,
        APPROVE,
        REJECT,
        CANCEL,
        OPEN,
        CLOSE
    }

    @Test
    @Timeout(240)
    void hoursTrainingsAndCreditsAgreeHoweverItGoes() {
        try (network) {
            granted.keySet().forEach(attendee -> network.grant(attendee, CREDITS));
            trainers.forEach(trainer -> trainer.open(hours.toArray(Instant[]::new)));
            var books =
                    new Books(gym, gym.today(), trainers.stream().map(Guest::id).toList(), granted, this::returned);
            int act = 0;
            for (; act < ACTS || (act < ACTS_MAX && !seen().containsAll(EXPECTED)); act += ACTS_BETWEEN_CHECKS) {
                breakSomething();
                for (int each = 0; each < ACTS_BETWEEN_CHECKS; each++) {
                    step();
                }
                checkAfterRecovery(books);
            }
            System.out.printf("WalkAcceptance: seed %d, %d acts, told %s%n", seed, act, told);
            assertThat(seen()).as("seed %d", seed).containsAll(EXPECTED);
        }
    }

    /// What was done and how it was answered, whoever did it.
    private Set<String> seen() {
        return told.keySet().stream()
                .map(words -> words.replaceFirst(".*: ", ""))
                .collect(Collectors.toSet());
    }

    private void breakSomething() {
        Function<String, Fault> plan = _ -> fault();
        network.toTrainer().plan(plan);
        network.toUsers().plan(plan);
    }

    private Fault fault() {
        synchronized (chance) {
            return chance.nextInt(100) < FAULTS_PERCENT ? FAULTS.get(chance.nextInt(FAULTS.size())) : Fault.NONE;
        }
    }

    private void checkAfterRecovery(Books books) {
        network.recover();
        check(books);
        if (network.toTrainer().deliverLate() + network.toUsers().deliverLate() > 0) {
            story.add("late calls arrived");
            check(books);
        }
    }

    private void check(Books books) {
        assertThat(network.owed()).isZero();
        assertThat(books.disagreements()).as("seed %d, after %s", seed, story).isEmpty();
    }

    private void step() {
        if (random.nextInt(25) == 0) {
            network.clock().advance(Duration.ofMinutes(random.nextInt(90)));
        }
        var trainer = one(trainers);
        boolean byTrainer = random.nextInt(3) == 0;
        var attendee = one(attendees);
        var act = one(List.of(Act.values()));
        var hour = one(hours);
        var answer = byTrainer ? trainerDoes(act, trainer, hour) : attendeeDoes(act, attendee, trainer, hour);
        var words = (byTrainer ? "trainer: " : "attendee: ") + done(act, byTrainer) + " " + answer.told();
        story.add(words);
        told.merge(words, 1, Integer::sum);
        assertThat(answer.status())
                .as("seed %d: nothing fails that has a better answer: %s", seed, answer)
                .isNotEqualTo(500);
    }

    /// Attendees book where trainers open and close hours.
    private static Act done(Act act, boolean byTrainer) {
        return switch (act) {
            case BOOK -> byTrainer ? Act.OPEN : Act.BOOK;
            case OPEN, CLOSE -> byTrainer ? act : Act.BOOK;
            case MOVE, PROPOSE, APPROVE, REJECT, CANCEL -> act;
        };
    }

    private Answer attendeeDoes(Act act, Guest attendee, Guest trainer, Instant hour) {
        return switch (act) {
            case BOOK, OPEN, CLOSE -> book(attendee, new Booking(someId(), trainer.id(), hour));
            case MOVE, PROPOSE, APPROVE, REJECT, CANCEL -> change(act, attendee, hour);
        };
    }

    private Answer trainerDoes(Act act, Guest trainer, Instant hour) {
        return switch (act) {
            case OPEN, BOOK -> trainer.open(hour);
            case CLOSE -> trainer.close(hour);
            case MOVE, PROPOSE, APPROVE, REJECT, CANCEL -> change(act, trainer, hour);
        };
    }

    private record Booking(UUID key, UUID trainer, Instant hour) {}

    /// This one, or one of before once more.
    private Answer book(Guest attendee, Booking fresh) {
        var before = bookings.computeIfAbsent(attendee.id(), _ -> new ArrayList<>());
        boolean again = !before.isEmpty() && random.nextInt(6) == 0;
        var booking = again ? one(before) : fresh;
        before.add(booking);
        return attendee.bookOnce(booking.key(), booking.trainer(), booking.hour(), "");
    }

    /// Of one of the guest's own trainings, mostly of one where the act makes sense.
    private Answer change(Act act, Guest guest, Instant hour) {
        boolean anyOfThem = random.nextInt(8) == 0;
        var own = guest.everyTraining().stream()
                .filter(training -> anyOfThem || makesSense(act, training))
                .toList();
        if (own.isEmpty()) {
            return guest.ask("");
        }
        var training = one(own);
        var path = "/api/trainings/" + training.path("uuid").asText();
        return switch (act) {
            case MOVE -> guest.move(path, hour);
            case PROPOSE -> guest.propose(path, hour);
            case APPROVE -> guest.approve(path);
            case REJECT -> guest.reject(path);
            case CANCEL, BOOK, OPEN, CLOSE -> cancel(guest, training, path);
        };
    }

    private static boolean makesSense(Act act, JsonNode training) {
        boolean proposed = training.has("proposedTime") || (act != Act.APPROVE && act != Act.REJECT);
        return proposed && !training.path("canceled").asBoolean();
    }

    private Answer cancel(Guest guest, JsonNode training, String path) {
        var answer = guest.cancel(path);
        boolean begun = answer.status() == 204 || answer.slug().equals("still-in-progress");
        if (begun) {
            // a move that was under way may have been finished first
            returned.putIfAbsent(
                    training.path("uuid").asText(), rule(guest, guest.ask(path).json()));
        }
        return answer;
    }

    /// What the rules give back for a cancellation now.
    private long rule(Guest guest, JsonNode training) {
        var left = Duration.between(
                network.clock().instant(), Instant.parse(training.path("time").asText()));
        if (left.compareTo(DAY) >= 0) {
            return 1;
        }
        return trainers.contains(guest) ? 2 : 0;
    }

    private long returned(JsonNode training) {
        return returned.getOrDefault(training.path("uuid").asText(), -1_000L);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private UUID someId() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
