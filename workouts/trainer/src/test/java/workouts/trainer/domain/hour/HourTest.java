package workouts.trainer.domain.hour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What may be done to an hour in each of its states. MINE is the reservation that acts, OTHER somebody else's.
final class HourTest {
    private static final HourId ID =
            new HourId(new TrainerId(UUID.randomUUID()), Instant.parse("2030-01-07T12:00:00Z"));
    private static final Reservation MINE = new Reservation(UUID.randomUUID(), UUID.randomUUID());
    private static final Reservation OTHER = new Reservation(UUID.randomUUID(), MINE.booking());

    @ParameterizedTest(name = "{1} an hour that is {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # the hour | act     | outcome
            closed     | open    | open
            open       | open    | open
            MINE       | open    | HOUR_BOOKED
            closed     | close   | closed
            open       | close   | closed
            MINE       | close   | HOUR_BOOKED
            closed     | hold    | HOUR_NOT_AVAILABLE
            open       | hold    | MINE
            MINE       | hold    | HOUR_NOT_AVAILABLE
            OTHER      | hold    | HOUR_NOT_AVAILABLE
            closed     | release | closed
            open       | release | open
            MINE       | release | open
            OTHER      | release | OTHER
            """)
    void everyActHasOneOutcomeInEveryState(String state, String act, String outcome) {
        assertThat(told(done(hour(state), act))).isEqualTo(outcome);
    }

    private static Decision<Hour> done(Hour hour, String act) {
        return switch (act) {
            case "open" -> hour.open();
            case "close" -> hour.close();
            case "hold" -> hour.hold(MINE);
            case "release" -> Decision.accepted(hour.release(MINE));
            default -> throw new IllegalArgumentException(act);
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"closed, false, false", "open, true, false", "MINE, false, true", "OTHER, false, true"})
    void anHourIsOpenOrHeldOrNeither(String state, boolean open, boolean held) {
        assertThat(hour(state).isOpen()).isEqualTo(open);
        assertThat(hour(state).isHeld()).isEqualTo(held);
    }

    @Test
    void anHourThatNobodyHasTouchedIsClosed() {
        assertThat(Hour.untouched(ID)).isEqualTo(hour("closed"));
    }

    @Test
    void aRefusalNamesTheHour() {
        assertThat(hour("OTHER").open())
                .isEqualTo(new Decision.Refused<Hour>(Refusal.HOUR_BOOKED, List.of(ID.start())));
    }

    private static Hour hour(String state) {
        return new Hour(
                ID,
                switch (state) {
                    case "closed" -> new Availability.Closed();
                    case "open" -> new Availability.Open();
                    case "MINE" -> new Availability.Held(MINE);
                    case "OTHER" -> new Availability.Held(OTHER);
                    default -> throw new IllegalArgumentException(state);
                });
    }

    private static String told(Decision<Hour> decision) {
        return switch (decision) {
            case Decision.Accepted<Hour>(Hour hour) ->
                switch (hour.availability()) {
                    case Availability.Closed() -> "closed";
                    case Availability.Open() -> "open";
                    case Availability.Held(Reservation by) -> by.equals(MINE) ? "MINE" : "OTHER";
                };
            case Decision.Refused<Hour> refused -> refused.refusal().name();
        };
    }
}
