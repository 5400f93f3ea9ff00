package workouts.users.domain.credit;

/// Every reason why credits do not move, in order of precedence: first the name of the step, then the hold that it
/// is about, then the balance. The slug is what callers are told.
public enum Refusal {
    /// Another step owns this name: the request id, or the booking that something is to be held for.
    REQUEST_ID_REUSED("request-id-reused"),
    /// Nothing was ever held for this booking.
    NO_SUCH_HOLD("no-such-hold"),
    /// What was held was released when it should be captured, or the other way round; or it can be held no more.
    HOLD_ENDED("hold-ended"),
    /// Less than nothing would be left to spend.
    NOT_ENOUGH_CREDITS("not-enough-credits");

    private final String slug;

    Refusal(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
