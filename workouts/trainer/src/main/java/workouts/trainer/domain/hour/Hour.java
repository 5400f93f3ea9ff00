package workouts.trainer.domain.hour;

/// An hour of a trainer, and what it is there for. It is held by one reservation at most.
///
/// Opening and closing are the trainer's acts; holding and giving back belong to a [Claim].
public record Hour(HourId id, Availability availability) {
    /// An hour that nobody has ever opened.
    public static Hour untouched(HourId id) {
        return new Hour(id, new Availability.Closed());
    }

    public Decision<Hour> open() {
        return byTrainer(new Availability.Open());
    }

    public Decision<Hour> close() {
        return byTrainer(new Availability.Closed());
    }

    private Decision<Hour> byTrainer(Availability wanted) {
        return switch (availability) {
            case Availability.Closed(), Availability.Open() -> Decision.accepted(new Hour(id, wanted));
            case Availability.Held _ -> Decision.refused(Refusal.HOUR_BOOKED, id.start());
        };
    }

    Decision<Hour> hold(Reservation by) {
        return switch (availability) {
            case Availability.Open() -> Decision.accepted(new Hour(id, new Availability.Held(by)));
            case Availability.Closed(), Availability.Held _ -> Decision.refused(Refusal.HOUR_NOT_AVAILABLE, id.start());
        };
    }

    /// Open again if this reservation holds it, otherwise unchanged.
    Hour release(Reservation by) {
        return isHeldBy(by) ? new Hour(id, new Availability.Open()) : this;
    }

    public boolean isOpen() {
        return availability instanceof Availability.Open;
    }

    public boolean isHeld() {
        return availability instanceof Availability.Held;
    }

    public boolean isHeldBy(Reservation reservation) {
        return availability.equals(new Availability.Held(reservation));
    }
}
