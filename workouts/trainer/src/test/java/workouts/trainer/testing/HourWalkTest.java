package workouts.trainer.testing;

import org.junit.jupiter.api.Test;

final class HourWalkTest {
    private static final int STEPS = 10_000;

    @Test
    void aRandomWalkFindsNoWayToFreeOrTakeWhatSomebodyHolds() {
        new HourWalk(new InMemoryHours()).walk(STEPS);
    }
}
