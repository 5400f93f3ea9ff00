package workouts.trainings.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.Training;
import workouts.trainings.testing.Gym;
import workouts.trainings.testing.Mishaps;
import workouts.trainings.testing.ProcessKilled;
import workouts.trainings.testing.Stores;

/// Scenario 6: three attendees and their trainer do whatever comes to their minds, while everything goes wrong
/// that can. Whenever nothing is owed, an hour is held exactly for each live training, and a credit was spent
/// exactly for each training. The seed is printed; `-Dballast.seed=42` takes it back.
final class RandomWalkTest {
    private static final int WALKS = 100;
    private static final int ACTS = 40;
    private static final List<String> STEPS = List.of(
            "Book.HOLD_CREDIT",
            "Book.RESERVE_HOUR",
            "Book.CAPTURE_CREDIT",
            "Book.END_RESERVATION",
            "Book.RELEASE_CREDIT",
            "Cancel.RELEASE_HOUR",
            "Cancel.RETURN_CREDITS",
            "Move.RESERVE_NEW",
            "Move.RELEASE_OLD",
            "Move.END_RESERVATION");

    private final long seed = Long.getLong("ballast.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void hoursTrainingsAndCreditsAgreeHoweverItGoes() {
        var seen = new HashMap<String, Integer>();
        for (int walk = 0; walk < WALKS; walk++) {
            walk(seen);
        }
        assertThat(seen).as("seed " + seed).containsKeys("Done", "StillInProgress", "killed", "HOUR_NOT_AVAILABLE");
    }

    private void walk(Map<String, Integer> seen) {
        var first = new Gym(Stores.inMemory());
        var gyms = List.of(first, first.another(), first.another());
        first.open(2, 12, 25, 30, 48, 72);
        gyms.forEach(gym -> gym.grant(2));
        var story = new ArrayList<String>();
        for (int act = 0; act < ACTS; act++) {
            var gym = gyms.get(random.nextInt(gyms.size()));
            gym.mishaps().plan(one(STEPS), one(List.of(Mishaps.Kind.values())), random.nextInt(3) * 20);
            var answer = attempted(gym);
            story.add(answer);
            seen.merge(answer, 1, Integer::sum);
            if (random.nextInt(4) == 0) {
                gym.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
                gym.recover();
                check(gyms, story);
            }
        }
        first.mishaps().plan("", Mishaps.Kind.NO_ANSWER, 0);
        first.recover();
        first.mishaps().deliverEverythingAgain();
        check(gyms, story);
    }

    private String attempted(Gym gym) {
        try {
            return Gym.word(act(gym));
        } catch (ProcessKilled killed) {
            return "killed";
        }
    }

    private Outcome act(Gym gym) {
        var role = one(List.of(Role.values()));
        int hour = one(List.of(2, 12, 25, 30, 48, 72));
        var mine = gym.everyTraining().stream()
                .filter(it -> role == Role.TRAINER || it.attendee().id().equals(gym.attendeeId()))
                .map(Training::id)
                .toList();
        int kind = mine.isEmpty() ? 0 : random.nextInt(8);
        return switch (kind) {
            case 0, 1, 2 -> gym.book(hour, "", Optional.empty());
            case 3 -> gym.cancel(one(mine), role);
            case 4 -> gym.move(one(mine), role, hour);
            case 5 -> gym.propose(one(mine), role, hour);
            case 6 -> gym.approve(one(mine), role);
            default -> passed(gym, gym.reject(one(mine), role));
        };
    }

    private Outcome passed(Gym gym, Outcome outcome) {
        gym.clock().advance(Duration.ofMinutes(random.nextInt(120)));
        return outcome;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void check(List<Gym> gyms, List<String> story) {
        var gym = gyms.getFirst();
        var told = "seed " + seed + ", " + story + ": " + gym.told();
        var all = gym.everyTraining();
        var live = all.stream().filter(it -> !it.canceled()).map(Training::time).toList();
        assertThat(live).as(told).doesNotHaveDuplicates();
        assertThat(gym.hoursHeld()).as(told).containsExactlyInAnyOrderElementsOf(live);
        assertThat(all).as(told).allMatch(it -> it.change().isEmpty());
        for (Gym each : gyms) {
            var who = each.attendeeId();
            long booked =
                    all.stream().filter(it -> it.attendee().id().equals(who)).count();
            assertThat(each.credits().spent(who)).as(told).isEqualTo(booked);
            assertThat(each.credits().held(who)).as(told).isZero();
            assertThat(each.credits().balance(who))
                    .as(told)
                    .isNotNegative()
                    .isEqualTo(2 - Math.toIntExact(booked) + each.credits().returned(who));
        }
    }
}
