package workouts.trainings.domain.training;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When a training may begin at all: on the hour of the gym's zone, and later than now. Working hours and how far ahead
/// are the trainer service's to check, when it is asked to hold the hour.
public record Timetable(ZoneId zone) {
    public Decision<Instant> start(Instant time, Instant now) {
        if (!time.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant().equals(time)) {
            return Decision.refused(Refusal.NOT_A_FULL_HOUR);
        }
        return time.isAfter(now) ? Decision.accepted(time) : Decision.refused(Refusal.PAST_HOUR);
    }
}
