package workouts.trainer.domain.hour;

/// What an hour is there for at present.
public sealed interface Availability {
    /// For nothing. So is every hour that nobody has ever opened.
    record Closed() implements Availability {}

    /// For whoever books first.
    record Open() implements Availability {}

    /// For a training.
    record Held(Reservation by) implements Availability {}
}
