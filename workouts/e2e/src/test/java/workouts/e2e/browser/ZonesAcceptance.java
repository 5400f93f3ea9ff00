package workouts.e2e.browser;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The hour shown is the hour published, booked and moved to, wherever somebody sits. The gym is in UTC: its first and
/// its last hour may lie on two days for somebody.
@Timeout(120)
final class ZonesAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @ParameterizedTest(name = "{0}")
    @CsvSource({"America/New_York", "Asia/Kolkata", "Australia/Sydney", "Europe/Warsaw"})
    void theHourShownIsTheHourMeant(String zone) {
        var first = visits.gym().hour(10, 12);
        var last = visits.gym().hour(10, 20);
        var flow = new HourFlow(visits, zone, "UTC");
        flow.publish(first);
        flow.publish(last);
        flow.book(first, Words.both(first, zone));
        flow.move(last, Words.both(last, zone));
    }
}
