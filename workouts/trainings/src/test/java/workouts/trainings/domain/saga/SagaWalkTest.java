package workouts.trainings.domain.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;

/// Random walks: neighbours that answer as they like, calls that are repeated. However it goes, what is left behind
/// agrees. The seed is printed; `-Dballast.seed=42` takes it back.
final class SagaWalkTest {
    private static final int WALKS = 1_000;
    private final long seed = Long.getLong("ballast.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /// What the neighbours and the training's row look like after a walk.
    private static final class World {
        final Set<Reservation> held = new HashSet<>();
        final Set<UUID> ended = new HashSet<>();
        final List<Call> calls = new ArrayList<>();
        int creditsHeld;
        int creditsSpent;
        int creditsReturned;
        boolean exists;
        boolean settled;
        String end = "";
    }

    @Test
    void aBookingLeavesAllOrNothing() {
        for (int walk = 0; walk < WALKS; walk++) {
            var draft = Sagas.draft();
            var world = walk(Book.of(draft), new World());
            boolean booked = world.end.equals("done");
            assertThat(world.exists).as(() -> told(world)).isEqualTo(booked);
            assertThat(world.held).as(() -> told(world)).hasSize(booked ? 1 : 0);
            assertThat(world.creditsSpent).as(() -> told(world)).isEqualTo(booked ? 1 : 0);
            assertThat(world.creditsHeld).as(() -> told(world)).isZero();
            assertThat(world.settled).as(() -> told(world)).isEqualTo(booked);
        }
    }

    @Test
    void aCancellationGivesTheHourAndTheCreditsBackOnce() {
        for (int walk = 0; walk < WALKS; walk++) {
            var credits = new CreditReturn(random.nextInt(2), random.nextInt(2));
            var saga = Sagas.cancel(credits);
            var world = new World();
            world.held.add(saga.hour());
            walk(saga, world);
            assertThat(world.held).as(() -> told(world)).isEmpty();
            assertThat(world.creditsReturned).as(() -> told(world)).isEqualTo(credits.refund() + credits.fine());
            assertThat(world.settled).as(() -> told(world)).isTrue();
        }
    }

    @Test
    void aMoveLeavesExactlyOneHourHeld() {
        for (int walk = 0; walk < WALKS; walk++) {
            var saga = Sagas.move();
            var world = new World();
            world.held.add(saga.from());
            walk(saga, world);
            assertThat(world.held)
                    .as(() -> told(world))
                    .containsExactly(world.end.equals("done") ? saga.to() : saga.from());
            assertThat(world.settled).as(() -> told(world)).isTrue();
        }
    }

    /// Repeats each call a few times, as one does whose answers get lost, and hands on the last answer.
    private World walk(Saga start, World world) {
        Saga saga = start;
        for (int step = 0; step < 10; step++) {
            boolean refused = mayBeRefused(saga) && random.nextInt(3) == 0;
            for (int repeat = random.nextInt(3); repeat >= 0; repeat--) {
                serve(saga.call(), refused, world);
            }
            var transition =
                    saga.next(refused ? new Saga.Answer.Refused(Refusal.HOUR_NOT_AVAILABLE) : new Saga.Answer.Done());
            world.exists |= transition.effect() instanceof Effect.Created;
            world.settled |= transition.effect() instanceof Effect.Settled;
            if (!(transition.then() instanceof Transition.Then.Continue(Saga next))) {
                world.end = transition.then() instanceof Transition.Then.Done ? "done" : "refused";
                return world;
            }
            saga = next;
        }
        throw new AssertionError("does not end: " + told(world));
    }

    private static boolean mayBeRefused(Saga saga) {
        return saga.call() instanceof Call.HoldCredit || saga.call() instanceof Call.ReserveHour;
    }

    private static void serve(Call call, boolean refused, World world) {
        boolean first = !world.calls.contains(call);
        world.calls.add(call);
        if (refused) {
            return;
        }
        switch (call) {
            case Call.HoldCredit hold -> world.creditsHeld += first ? 1 : 0;
            case Call.CaptureCredit capture -> {
                world.creditsHeld -= first ? 1 : 0;
                world.creditsSpent += first ? 1 : 0;
            }
            case Call.ReleaseCredit release -> world.creditsHeld -= first ? 1 : 0;
            case Call.ReturnCredits(var booking, var attendee, var request, var credits) ->
                world.creditsReturned += first ? credits.refund() + credits.fine() : 0;
            case Call.ReserveHour(var booking, var hour) -> {
                assertThat(world.ended).doesNotContain(hour.id());
                world.held.add(hour);
            }
            case Call.ReleaseHour(var booking, var hour) -> {
                world.ended.add(hour.id());
                world.held.remove(hour);
            }
        }
    }

    private String told(World world) {
        return "seed " + seed + ": " + world.calls + " " + world.end;
    }
}
