package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The trainer publishes hours. It is Wednesday, 9:30; hours are from 12:00 to 20:00.
@Timeout(120)
final class ScheduleAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    private String standing(Instant... hours) {
        var told = new StringBuilder();
        for (var hour : hours) {
            told.append(visits.hour(hour)).append(' ');
        }
        return told.toString().strip();
    }

    @Test
    void anHourIsOpenedAndClosedAgain() {
        var hour = visits.gym().hour(1, 14);
        var visit = visits.visit(visits.trainer());
        visit.menu("Schedule");
        var button = visit.button(Words.both(hour));
        assertThat(button).hasAttribute("aria-pressed", "false");
        button.click();
        visit.told(Words.both(hour) + ": open now.");
        assertThat(button).hasAttribute("aria-pressed", "true");
        assertThat(standing(hour)).isEqualTo("available");
        button.click();
        visit.told(Words.both(hour) + ": closed now.");
        assertThat(button).hasAttribute("aria-pressed", "false");
        assertThat(standing(hour)).isEqualTo("closed");
    }

    @Test
    void allOfADayIsOpenedAndClosedButForWhatIsBooked() {
        var booked = visits.gym().hour(1, 16);
        visits.openHours(booked);
        var ada = visits.attendee("Ada", 1);
        visits.guest(ada).booked(visits.trainer().uuid(), booked);
        var day = Words.day(booked, "UTC");
        var visit = visits.visit(visits.trainer());
        visit.menu("Schedule");
        assertThat(visit.region(day.substring(0, day.indexOf(' ')))).containsText("Ada");
        visit.button("Open all hours of " + day).click();
        visit.told("8 hours: open now.");
        assertThat(standing(hours()))
                .isEqualTo(
                        "available available available available booked " + "available available available available");
        assertThat(visit.button("Open all hours of " + day)).isDisabled();
        visit.button("Close all hours of " + day).click();
        visit.told("8 hours: closed now.");
        assertThat(standing(hours())).isEqualTo("closed closed closed closed booked closed closed closed closed");
    }

    private Instant[] hours() {
        return IntStream.rangeClosed(12, 20)
                .mapToObj(hour -> visits.gym().hour(1, hour))
                .toArray(Instant[]::new);
    }

    @Test
    void hoursCanBeOpenedSixWeeksAheadAndNotLater() {
        visits.set(visits.gym().hour(0, 14));
        var last = visits.gym().hour(42, 14);
        var visit = visits.visit(visits.trainer());
        visit.menu("Schedule");
        visit.page().getByLabel("Week", exactly()).getByText("Week of").last().waitFor();
        visit.page().getByLabel("Week", exactly()).locator("a").last().click();
        assertThat(visit.region("Wednesday").getByText("too far ahead")).hasCount(6);
        visit.button(Words.both(last)).click();
        visit.told(Words.both(last) + ": open now.");
        assertThat(standing(last)).isEqualTo("available");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Test
    void whatHasBegunCannotBeOpenedAnyMore() {
        visits.set(visits.gym().hour(0, 14));
        var visit = visits.visit(visits.trainer());
        visit.menu("Schedule");
        assertThat(visit.region("Wednesday").getByText("past")).hasCount(3);
        visit.button("Open all hours of " + Words.day(visits.now(), "UTC")).click();
        visit.told("6 hours: open now.");
        assertThat(standing(visits.gym().hour(0, 14), visits.gym().hour(0, 15))).isEqualTo("closed available");
    }

    @Test
    void anHourThatIsBookedMeanwhileStaysAndIsTold() {
        var hour = visits.gym().hour(1, 14);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 1);
        var visit = visits.visit(visits.trainer());
        visit.menu("Schedule");
        var button = visit.button(Words.both(hour));
        assertThat(button).hasAttribute("aria-pressed", "true");
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        button.click();
        visit.warned("A training holds this hour, so it cannot be changed here.");
        assertThat(visit.region("Thursday")).containsText("Ada");
        assertThat(standing(hour)).isEqualTo("booked");
    }
}
