package workouts.trainings.app.saga;

import java.time.Duration;

/// How a thread waits: by the clock on the wall in production, by moving the clock's hand in tests.
@FunctionalInterface
public interface Pause {
    void sleep(Duration duration) throws InterruptedException;
}
