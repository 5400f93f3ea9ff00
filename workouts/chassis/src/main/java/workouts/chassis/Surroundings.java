package workouts.chassis;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import workouts.chassis.failpoints.FailPoints;

/// What a service cannot know by itself: the time, chance, and when a test wants it to end.
///
/// @param ids new ones, that nobody else has
public record Surroundings(Clock clock, Supplier<UUID> ids, FailPoints failPoints) {
    /// What a shell reports after kill -9.
    private static final int KILLED = 137;

    /// As fine as the database keeps times.
    private static final Duration TICK = Duration.ofNanos(1_000);

    /// The real ones. Only a program's `Main` asks for them. The system property `workouts.failpoint`, `NAME:N`,
    /// ends the process as abruptly as kill -9 would.
    public static Surroundings real() {
        var setting = Optional.ofNullable(System.getProperty("workouts.failpoint"));
        return new Surroundings(
                Clock.tick(Clock.systemUTC(), TICK),
                UUID::randomUUID,
                FailPoints.halting(setting, () -> Runtime.getRuntime().halt(KILLED)));
    }
}
