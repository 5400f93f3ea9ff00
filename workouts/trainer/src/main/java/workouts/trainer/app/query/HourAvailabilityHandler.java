package workouts.trainer.app.query;

import java.time.Clock;
import workouts.chassis.handlers.QueryHandler;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Timetable;

/// Answers [HourAvailability]. An hour that can never be booked, past or badly placed, is not available.
public final class HourAvailabilityHandler implements QueryHandler<HourAvailability, Boolean> {
    private final HourRepository hours;
    private final Timetable timetable;
    private final Clock clock;

    public HourAvailabilityHandler(HourRepository hours, Timetable timetable, Clock clock) {
        this.hours = hours;
        this.timetable = timetable;
        this.clock = clock;
    }

    @Override
    public Boolean handle(HourAvailability query) {
        return timetable.allowsBooking(query.hour().start(), clock.instant())
                && hours.find(query.hour()).isOpen();
    }
}
