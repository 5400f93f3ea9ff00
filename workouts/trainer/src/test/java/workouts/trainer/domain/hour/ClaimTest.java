package workouts.trainer.domain.hour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a reservation can do, by what has become of it, of the hour, and of the time. It is 10:00 and the working hours
/// are from 12:00 to 20:00; MINE is the reservation that acts, OTHER somebody else's.
final class ClaimTest {
    private static final Instant NOW = Instant.parse("2030-01-07T10:00:00Z");
    private static final Timetable TIMETABLE = new Timetable(ZoneOffset.UTC, 12, 20, 6);
    private static final TrainerId TRAINER = new TrainerId(UUID.randomUUID());
    private static final Reservation MINE = new Reservation(UUID.randomUUID(), UUID.randomUUID());
    private static final Reservation OTHER = new Reservation(UUID.randomUUID(), UUID.randomUUID());

    @ParameterizedTest(name = "{0} claims an hour at {2} that is {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # reservation      | the hour | at                   | outcome
            NEW                | open     | 2030-01-07T12:00:00Z | held by MINE, HOLDS
            NEW                | closed   | 2030-01-07T12:00:00Z | HOUR_NOT_AVAILABLE
            NEW                | OTHER    | 2030-01-07T12:00:00Z | HOUR_NOT_AVAILABLE
            NEW                | open     | 2030-01-07T12:30:00Z | NOT_A_FULL_HOUR
            NEW                | open     | 2030-02-19T12:00:00Z | TOO_DISTANT
            NEW                | open     | 2030-01-07T09:00:00Z | PAST_HOUR
            NEW                | open     | 2030-01-07T11:00:00Z | OUTSIDE_WORKING_HOURS
            NEW                | closed   | 2030-01-07T11:00:00Z | OUTSIDE_WORKING_HOURS
            HOLDS              | MINE     | 2030-01-07T12:00:00Z | held by MINE, HOLDS
            HOLDS              | MINE     | 2030-01-07T09:00:00Z | held by MINE, HOLDS
            HOLDS              | MINE     | 2030-01-07T11:00:00Z | held by MINE, HOLDS
            ENDED              | open     | 2030-01-07T12:00:00Z | RESERVATION_ENDED
            ENDED              | OTHER    | 2030-01-07T12:00:00Z | RESERVATION_ENDED
            ENDED              | open     | 2030-01-07T12:30:00Z | RESERVATION_ENDED
            STANDS_FOR_ANOTHER | open     | 2030-01-07T12:00:00Z | RESERVATION_ID_REUSED
            STANDS_FOR_ANOTHER | OTHER    | 2030-01-07T12:30:00Z | RESERVATION_ID_REUSED
            """)
    void holdingFollowsThePrecedence(Standing standing, String hour, Instant at, String outcome) {
        assertThat(told(claim(standing, hour, at).hold(TIMETABLE, NOW))).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} ends, the hour at {2} is {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            # reservation      | the hour | at                   | outcome
            HOLDS              | MINE     | 2030-01-07T12:00:00Z | open, ENDED
            HOLDS              | MINE     | 2030-01-07T09:00:00Z | open, ENDED
            HOLDS              | MINE     | 2030-01-07T11:00:00Z | open, ENDED
            HOLDS              | MINE     | 2031-01-07T12:30:00Z | open, ENDED
            NEW                | open     | 2030-01-07T12:00:00Z | open, ENDED
            NEW                | closed   | 2030-01-07T12:00:00Z | closed, ENDED
            NEW                | OTHER    | 2030-01-07T12:00:00Z | held by OTHER, ENDED
            ENDED              | open     | 2030-01-07T12:00:00Z | open, ENDED
            ENDED              | OTHER    | 2030-01-07T12:00:00Z | held by OTHER, ENDED
            STANDS_FOR_ANOTHER | open     | 2030-01-07T12:00:00Z | RESERVATION_ID_REUSED
            """)
    void endingAsksNeitherTimetableNorClock(Standing standing, String hour, Instant at, String outcome) {
        assertThat(told(claim(standing, hour, at).end())).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} and an hour that is {1}")
    @CsvSource({"HOLDS, open", "HOLDS, OTHER", "NEW, MINE", "ENDED, MINE", "STANDS_FOR_ANOTHER, MINE"})
    void anHourAndAReservationThatDoNotAgreeAreNoClaim(Standing standing, String hour) {
        assertThatThrownBy(() -> claim(standing, hour, NOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Claim claim(Standing standing, String hour, Instant at) {
        var availability = switch (hour) {
            case "closed" -> new Availability.Closed();
            case "open" -> new Availability.Open();
            case "MINE" -> new Availability.Held(MINE);
            case "OTHER" -> new Availability.Held(OTHER);
            default -> throw new IllegalArgumentException(hour);
        };
        return new Claim(new Hour(new HourId(TRAINER, at), availability), MINE, standing);
    }

    private static String told(Decision<Claim> decision) {
        return switch (decision) {
            case Decision.Accepted<Claim>(Claim claim) -> told(claim.hour().availability()) + ", " + claim.standing();
            case Decision.Refused<Claim> refused -> refused.refusal().name();
        };
    }

    private static String told(Availability availability) {
        return switch (availability) {
            case Availability.Closed() -> "closed";
            case Availability.Open() -> "open";
            case Availability.Held(Reservation by) -> "held by " + (by.equals(MINE) ? "MINE" : "OTHER");
        };
    }
}
