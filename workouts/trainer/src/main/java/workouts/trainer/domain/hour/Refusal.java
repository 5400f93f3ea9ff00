package workouts.trainer.domain.hour;

/// Every reason why something is not done, in order of precedence: first what is true of the reservation, then of the
/// time, then of the hour. The slug is what callers are told.
public enum Refusal {
    /// The reservation was ended before, and an end is for ever.
    RESERVATION_ENDED("reservation-ended"),
    /// The reservation's id stands for another hour or another booking.
    RESERVATION_ID_REUSED("reservation-id-reused"),
    NOT_A_FULL_HOUR("not-a-full-hour"),
    TOO_DISTANT("too-distant"),
    PAST_HOUR("past-hour"),
    OUTSIDE_WORKING_HOURS("outside-working-hours"),
    /// A training holds the hour, so the trainer cannot open or close it.
    HOUR_BOOKED("hour-booked"),
    /// The hour is closed, or somebody else holds it.
    HOUR_NOT_AVAILABLE("hour-not-available");

    private final String slug;

    Refusal(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
