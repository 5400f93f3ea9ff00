package workouts.chassis.failpoints;

import java.util.Optional;

/// Told when a named moment is reached. A test's implementation may throw there, wait there, or end the process.
@FunctionalInterface
public interface FailPoints {
    /// The moment `name` is reached. A name is made of letters, digits, points, hyphens and underscores, as in
    /// `book.RESERVE_HOUR.answered`.
    void reached(String name);

    /// Nothing ever happens.
    static FailPoints disarmed() {
        return name -> {};
    }

    /// Ends the process, if so set.
    ///
    /// @param setting `NAME:N`: at the N-th time that NAME is reached; empty: never
    static FailPoints halting(Optional<String> setting, Runnable halt) {
        return setting.<FailPoints>map(text -> ArmedFailPoint.parse(text, halt)).orElseGet(FailPoints::disarmed);
    }
}
