package workouts.trainings.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import workouts.trainings.app.command.Outcome;
import workouts.trainings.domain.training.Role;
import workouts.trainings.domain.training.TrainingId;

/// Everything that takes several services, with everything that can go wrong at each of its steps: in the end the
/// gym is exactly as if nothing had gone wrong, and stays so when copies of all calls arrive late.
public abstract class FaultMatrix {
    private static final UUID KEY = UUID.fromString("00000000-0000-4000-8000-000000000001");

    protected abstract Stores stores();

    /// What happens when nothing goes wrong: the steps, the answer, and how the gym is afterwards.
    private record Scenario(
            String name, String steps, String answer, String after, Function<Gym, Supplier<Outcome>> prepared) {}

    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(
                    "book",
                    "Book.HOLD_CREDIT Book.RESERVE_HOUR Book.CAPTURE_CREDIT",
                    "Done",
                    "trainings [+48], hours [+48], credits 1, set aside 0, spent 1",
                    gym -> {
                        gym.open(48);
                        gym.grant(2);
                        return () -> gym.book(48, "", Optional.of(KEY));
                    }),
            new Scenario(
                    "book without a credit",
                    "Book.HOLD_CREDIT",
                    "NOT_ENOUGH_CREDITS",
                    "trainings [], hours [], credits 0, set aside 0, spent 0",
                    gym -> {
                        gym.open(48);
                        return () -> gym.book(48, "", Optional.of(KEY));
                    }),
            new Scenario(
                    "book a taken hour",
                    "Book.HOLD_CREDIT Book.RESERVE_HOUR Book.END_RESERVATION Book.RELEASE_CREDIT",
                    "HOUR_NOT_AVAILABLE",
                    "trainings [], hours [+48], credits 2, set aside 0, spent 0",
                    gym -> {
                        gym.take(48);
                        gym.grant(2);
                        return () -> gym.book(48, "", Optional.of(KEY));
                    }),
            new Scenario(
                    "cancel in time",
                    "Cancel.RELEASE_HOUR Cancel.RETURN_CREDITS",
                    "Done",
                    "trainings [+48 canceled], hours [], credits 1, set aside 0, spent 1",
                    gym -> {
                        var training = gym.booked(48);
                        return () -> gym.cancel(training, Role.ATTENDEE);
                    }),
            new Scenario(
                    "the trainer cancels late",
                    "Cancel.RELEASE_HOUR Cancel.RETURN_CREDITS",
                    "Done",
                    "trainings [+23 canceled], hours [], credits 2, set aside 0, spent 1",
                    gym -> {
                        var training = gym.booked(23);
                        return () -> gym.cancel(training, Role.TRAINER);
                    }),
            new Scenario(
                    "the attendee cancels late",
                    "Cancel.RELEASE_HOUR",
                    "Done",
                    "trainings [+23 canceled], hours [], credits 0, set aside 0, spent 1",
                    gym -> {
                        var training = gym.booked(23);
                        return () -> gym.cancel(training, Role.ATTENDEE);
                    }),
            new Scenario(
                    "move",
                    "Move.RESERVE_NEW Move.RELEASE_OLD",
                    "Done",
                    "trainings [+72], hours [+72], credits 0, set aside 0, spent 1",
                    gym -> {
                        var training = gym.booked(48);
                        gym.open(72);
                        return () -> gym.move(training, Role.ATTENDEE, 72);
                    }),
            new Scenario(
                    "move to a taken hour",
                    "Move.RESERVE_NEW Move.END_RESERVATION",
                    "HOUR_NOT_AVAILABLE",
                    "trainings [+48], hours [+48, +72], credits 0, set aside 0, spent 1",
                    gym -> {
                        var training = gym.booked(48);
                        gym.take(72);
                        return () -> gym.move(training, Role.ATTENDEE, 72);
                    }),
            new Scenario(
                    "approve a proposal",
                    "Move.RESERVE_NEW Move.RELEASE_OLD",
                    "Done",
                    "trainings [+72], hours [+72], credits 0, set aside 0, spent 1",
                    gym -> {
                        var training = proposed(gym);
                        gym.open(72);
                        return () -> gym.approve(training, Role.ATTENDEE);
                    }),
            new Scenario(
                    "approve a proposal of a taken hour",
                    "Move.RESERVE_NEW Move.END_RESERVATION",
                    "HOUR_NOT_AVAILABLE",
                    "trainings [+23 proposed +72], hours [+23, +72], credits 0, set aside 0, spent 1",
                    gym -> {
                        var training = proposed(gym);
                        gym.take(72);
                        return () -> gym.approve(training, Role.ATTENDEE);
                    }));

    private static TrainingId proposed(Gym gym) {
        var training = gym.booked(23);
        assertThat(gym.propose(training, Role.TRAINER, 72)).isInstanceOf(Outcome.Done.class);
        return training;
    }

    @TestFactory
    Stream<DynamicTest> everythingEndsAsIfNothingHadGoneWrong() {
        return SCENARIOS.stream().flatMap(scenario -> cases(scenario).stream());
    }

    private List<DynamicTest> cases(Scenario scenario) {
        var cases = new ArrayList<DynamicTest>();
        cases.add(DynamicTest.dynamicTest(scenario.name(), () -> runsUndisturbed(scenario)));
        for (String step : scenario.steps().split(" ", -1)) {
            for (Mishaps.Kind mishap : Mishaps.Kind.values()) {
                for (int times : new int[] {1, 100}) {
                    var name = "%s; %s, %s, %d times".formatted(scenario.name(), step, mishap, times);
                    cases.add(DynamicTest.dynamicTest(name, () -> runs(scenario, step, mishap, times)));
                }
            }
        }
        return cases;
    }

    private void runsUndisturbed(Scenario scenario) {
        var gym = new Gym(stores());
        var act = scenario.prepared().apply(gym);
        gym.mishaps().steps();
        assertThat(Gym.word(act.get())).isEqualTo(scenario.answer());
        assertThat(String.join(" ", gym.mishaps().steps())).isEqualTo(scenario.steps());
        assertThat(gym.told()).isEqualTo(scenario.after());
    }

    /// Once: a hiccup. A hundred times: longer than any request waits.
    private void runs(Scenario scenario, String step, Mishaps.Kind mishap, int times) {
        var gym = new Gym(stores());
        var act = scenario.prepared().apply(gym);
        gym.mishaps().plan(step, mishap, times);
        var answer = attempted(act);
        gym.mishaps().plan(step, mishap, 0);
        assertThat(answer).isIn(scenario.answer(), "StillInProgress", "killed");
        if (times == 1 && !mishap.name().startsWith("KILLED")) {
            assertThat(answer).isEqualTo(scenario.answer());
        }
        if (!answer.equals(scenario.answer())) {
            gym.recover();
        }
        assertThat(gym.told()).isEqualTo(scenario.after());
        assertThat(gym.stores().sagas().owed()).isZero();

        gym.mishaps().deliverEverythingAgain();
        assertThat(gym.told()).isEqualTo(scenario.after());
        if (scenario.name().startsWith("book")) {
            assertThat(Gym.word(act.get())).as("asked again").isEqualTo(scenario.answer());
            assertThat(gym.told()).isEqualTo(scenario.after());
        }
    }

    private static String attempted(Supplier<Outcome> act) {
        try {
            return Gym.word(act.get());
        } catch (ProcessKilled killed) {
            return "killed";
        }
    }
}
