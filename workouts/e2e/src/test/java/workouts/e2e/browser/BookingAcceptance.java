package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An attendee books.
@Timeout(120)
final class BookingAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @Test
    void anHourIsBookedWithANoteThatIsThereAfterwards() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour, visits.gym().hour(10, 15));
        var ada = visits.attendee("Ada", 2);
        var visit = visits.visit(ada);
        visit.has("2 credits");
        visit.menu("Book");
        visit.heading("Book a training");
        visit.radio("13:00").check();
        visit.page().getByLabel("Note for the trainer").fill("mind my knee, ö and 🏋");
        visit.button("Book for 1 credit").click();
        visit.told("Booked");
        visit.heading("Trainings");
        assertThat(visit.training("13:00")).containsText("mind my knee, ö and 🏋");
        visit.has("1 credit");
        assertThat(visits.hour(hour)).isEqualTo("booked");
        assertThat(visits.guest(ada).everyTraining()).singleElement().satisfies(training -> {
            assertThat(training.path("notes").asText()).isEqualTo("mind my knee, ö and 🏋");
            assertThat(Instant.parse(training.path("time").asText())).isEqualTo(hour);
        });
    }
}
