package workouts.trainer.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Timetable;
import workouts.trainer.domain.hour.TrainerId;

/// One trainer, a stranger to every other one, on a Monday at 10:00; the working hours are from 12:00 to 20:00.
///
/// @param hours where this trainer's hours are kept
public record Sample(TrainerId trainer, HourRepository hours) {
    public static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");
    public static final Timetable TIMETABLE = new Timetable(ZoneOffset.UTC, 12, 20, 6);

    public static Sample in(HourRepository hours) {
        return new Sample(new TrainerId(UUID.randomUUID()), hours);
    }

    /// For a booking that nobody has heard of.
    public static Reservation reservation() {
        return new Reservation(UUID.randomUUID(), UUID.randomUUID());
    }

    /// Today at so many o'clock.
    public static Instant at(int hour) {
        return Instant.parse("2030-01-07T00:00:00Z").plus(Duration.ofHours(hour));
    }

    public HourId id(int hour) {
        return new HourId(trainer, at(hour));
    }

    public Hour find(int hour) {
        return hours.find(id(hour));
    }

    public Decision<?> open(int hour) {
        return hours.update(trainer, Set.of(at(hour)), Hour::open);
    }

    public Decision<?> close(int hour) {
        return hours.update(trainer, Set.of(at(hour)), Hour::close);
    }

    public Decision<Claim> hold(int hour, Reservation reservation) {
        return hours.update(id(hour), reservation, claim -> claim.hold(TIMETABLE, NOW));
    }

    public Decision<Claim> end(int hour, Reservation reservation) {
        return hours.update(id(hour), reservation, Claim::end);
    }
}
