package workouts.trainer.domain.hour;

import java.time.Instant;

/// A reservation before the hour that it asks for: what is decided together and kept together.
///
/// Both acts may be repeated. Holding again what is held is done already, whatever the timetable says by then. An
/// end is for ever, even of what never held anything, so that a call that comes late cannot undo it.
public record Claim(Hour hour, Reservation reservation, Standing standing) {
    public Claim {
        if ((standing == Standing.HOLDS) != hour.isHeldBy(reservation)) {
            throw new IllegalArgumentException("hour and reservation do not agree: " + standing + ", " + hour);
        }
    }

    /// Holds the hour if it is open and may be booked.
    public Decision<Claim> hold(Timetable timetable, Instant now) {
        var start = hour.id().start();
        return switch (standing) {
            case ENDED -> Decision.refused(Refusal.RESERVATION_ENDED, start);
            case STANDS_FOR_ANOTHER -> Decision.refused(Refusal.RESERVATION_ID_REUSED, start);
            case HOLDS -> Decision.accepted(this);
            case NEW ->
                timetable
                        .bookable(start, now)
                        .then(_ -> hour.hold(reservation))
                        .then(held -> Decision.accepted(new Claim(held, reservation, Standing.HOLDS)));
        };
    }

    /// Gives the hour back if it is held, and ends the reservation in any case. Asks no timetable and no clock.
    public Decision<Claim> end() {
        return switch (standing) {
            case STANDS_FOR_ANOTHER ->
                Decision.refused(Refusal.RESERVATION_ID_REUSED, hour.id().start());
            case ENDED -> Decision.accepted(this);
            case NEW, HOLDS -> Decision.accepted(new Claim(hour.release(reservation), reservation, Standing.ENDED));
        };
    }
}
