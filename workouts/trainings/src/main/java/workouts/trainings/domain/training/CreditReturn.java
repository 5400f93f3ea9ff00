package workouts.trainings.domain.training;

/// What an attendee gets for a canceled training: the credit back, and perhaps one more, which the gym pays as a fine.
public record CreditReturn(int refund, int fine) {
    static final CreditReturn NOTHING = new CreditReturn(0, 0);
    static final CreditReturn REFUND = new CreditReturn(1, 0);
    static final CreditReturn REFUND_AND_FINE = new CreditReturn(1, 1);

    public CreditReturn {
        if (refund < 0 || fine < 0) {
            throw new IllegalArgumentException("credits returned are not negative: " + refund + ", " + fine);
        }
    }

    public boolean isNothing() {
        return refund == 0 && fine == 0;
    }
}
