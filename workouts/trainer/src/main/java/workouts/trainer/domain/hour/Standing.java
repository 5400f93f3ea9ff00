package workouts.trainer.domain.hour;

/// What has become of a reservation so far.
public enum Standing {
    /// Its id has never been seen.
    NEW,
    /// It holds the hour in question for the booking in question.
    HOLDS,
    /// Its id stands for another hour or another booking.
    STANDS_FOR_ANOTHER,
    /// It has ended, for ever.
    ENDED
}
