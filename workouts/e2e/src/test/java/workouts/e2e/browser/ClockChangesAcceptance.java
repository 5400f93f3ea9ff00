package workouts.e2e.browser;

import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same on days on which clocks are changed: in Warsaw, where this gym is, or where somebody sits. In order of
/// time, as the clock of a gym does not run backwards.
@Timeout(120)
final class ClockChangesAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inWarsaw);

    @ParameterizedTest(name = "{0}: {3}, then {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # zone           | now                  | booked               | shown                            | moved to             | shown
            America/New_York | 2026-03-04T09:00:00Z | 2026-03-07T11:00:00Z | Saturday 7 March, 06:00          | 2026-03-08T11:00:00Z | Sunday 8 March, 07:00
            Europe/Warsaw    | 2026-03-25T09:00:00Z | 2026-03-28T11:00:00Z | Saturday 28 March, 12:00         | 2026-03-29T10:00:00Z | Sunday 29 March, 12:00
            Australia/Sydney | 2026-04-01T09:00:00Z | 2026-04-04T15:00:00Z | Sunday 5 April, 02:00 (GMT+11)   | 2026-04-04T16:00:00Z | Sunday 5 April, 02:00 (GMT+10)
            Australia/Sydney | 2026-09-30T09:00:00Z | 2026-10-03T15:00:00Z | Sunday 4 October, 01:00          | 2026-10-03T16:00:00Z | Sunday 4 October, 03:00
            Europe/Warsaw    | 2026-10-21T09:00:00Z | 2026-10-24T10:00:00Z | Saturday 24 October, 12:00       | 2026-10-25T11:00:00Z | Sunday 25 October, 12:00
            Asia/Kolkata     | 2026-10-22T09:00:00Z | 2026-10-24T11:00:00Z | Saturday 24 October, 16:30       | 2026-10-25T12:00:00Z | Sunday 25 October, 17:30
            America/New_York | 2026-10-28T09:00:00Z | 2026-10-31T11:00:00Z | Saturday 31 October, 07:00       | 2026-11-01T11:00:00Z | Sunday 1 November, 06:00
            """)
    void theHourShownIsTheHourMeant(
            String zone, Instant now, Instant booked, String shown, Instant movedTo, String shownThen) {
        visits.set(now);
        var flow = new HourFlow(visits, zone, "Europe/Warsaw");
        flow.publish(booked);
        flow.publish(movedTo);
        flow.book(booked, shown);
        flow.move(movedTo, shownThen);
    }
}
