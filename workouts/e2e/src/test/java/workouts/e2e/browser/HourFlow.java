package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import workouts.demo.web.Identity;

/// A trainer and an attendee in one zone, with a gym in another.
final class HourFlow {
    private final Visits visits;
    private final String gymZone;
    private final Identity ada;
    private final Visit trainer;
    private final Visit attendee;

    HourFlow(Visits visits, String zone, String gymZone) {
        this.visits = visits;
        this.gymZone = gymZone;
        this.ada = visits.attendee("Ada", 1);
        this.trainer = visits.visit(visits.trainer(), zone);
        this.attendee = visits.visit(ada, zone);
    }

    /// The schedule is in days and hours of the gym.
    void publish(Instant hour) {
        var monday =
                hour.atZone(ZoneId.of(gymZone)).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        trainer.go("/schedule?week=" + monday);
        trainer.button(Words.both(hour, gymZone)).click();
        trainer.told("open now.");
        assertThat(visits.hour(hour)).isEqualTo("available");
    }

    void book(Instant hour, String shown) {
        attendee.go("/book");
        attendee.choose(shown);
        attendee.button("Book for 1 credit").click();
        attendee.told("Booked: " + shown);
        assertThat(attendee.training(shown)).containsText(Words.time(hour, gymZone));
        assertTrainingIsAt(hour);
    }

    void move(Instant hour, String shown) {
        attendee.link("Move the training on").click();
        attendee.choose(shown);
        attendee.button("Move the training").click();
        attendee.told("Moved to " + shown);
        assertThat(attendee.training(shown)).containsText(Words.time(hour, gymZone));
        assertTrainingIsAt(hour);
    }

    private void assertTrainingIsAt(Instant hour) {
        assertThat(visits.guest(ada).everyTraining())
                .singleElement()
                .satisfies(training -> assertThat(
                                Instant.parse(training.path("time").asText()))
                        .isEqualTo(hour));
        assertThat(visits.hour(hour)).isEqualTo("booked");
    }
}
