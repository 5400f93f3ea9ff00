package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An attendee books, or cannot.
@Timeout(120)
final class BookingAcceptance {
    private static final String TAKEN = "This hour has just been taken or closed.";

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
        visit.note().fill("mind my knee, ö and 🏋");
        visit.button("Book for 1 credit").click();
        visit.told("Booked: " + Words.both(hour));
        visit.heading("Trainings");
        assertThat(visit.training(Words.both(hour))).containsText("mind my knee, ö and 🏋");
        visit.has("1 credit");
        assertThat(visits.hour(hour)).isEqualTo("booked");
        assertThat(visits.guest(ada).everyTraining()).singleElement().satisfies(training -> {
            assertThat(training.path("notes").asText()).isEqualTo("mind my knee, ö and 🏋");
            assertThat(Instant.parse(training.path("time").asText())).isEqualTo(hour);
        });
    }

    @Test
    void aFreeHourOfTheCalendarLeadsToItsBooking() {
        var hour = visits.gym().hour(1, 17);
        visits.openHours(visits.gym().hour(1, 14), hour);
        var visit = visits.visit(visits.attendee("Ada", 1));
        visit.menu("Calendar");
        visit.link("Free to book: " + Words.both(hour)).click();
        visit.heading("Book a training");
        assertThat(visit.radio("17:00")).isChecked();
        visit.button("Book for 1 credit").click();
        visit.told("Booked: " + Words.both(hour));
        visit.menu("Calendar");
        visit.link("Your training on " + Words.both(hour)).click();
        visit.heading("Training");
        assertThat(visits.hour(hour)).isEqualTo("booked");
        assertThat(visits.hour(visits.gym().hour(1, 14))).isEqualTo("available");
    }

    @Test
    void monthAndListShowWhatTheWeekShows() {
        var hour = visits.gym().hour(1, 17);
        visits.openHours(hour, visits.gym().hour(1, 18));
        var visit = visits.visit(visits.attendee("Ada", 1));
        visit.go("/calendar?view=month");
        visit.link(Words.day(hour, "UTC") + ": 2 free").click();
        visit.link("Free to book: " + Words.both(hour)).waitFor();
        visit.link("List").click();
        visit.link("Free to book: " + Words.both(hour)).click();
        assertThat(visit.radio("17:00")).isChecked();
    }

    @Test
    void whoHasNoCreditIsToldBeforeChoosing() {
        visits.openHours(visits.gym().hour(10, 13));
        var visit = visits.visit(visits.attendee("Ada", 0));
        visit.has("0 credits");
        visit.menu("Book");
        assertThat(visit.text("You have no credit left")).isVisible();
        assertThat(visit.button("Book for")).hasCount(0);
    }

    @Test
    void aCreditThatIsSpentMeanwhileIsTold() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour, visits.gym().hour(10, 15));
        var ada = visits.attendee("Ada", 1);
        var visit = visits.visit(ada);
        visit.go("/book?hour=" + hour);
        assertThat(visit.radio("13:00")).isChecked();
        visits.guest(ada).booked(visits.trainer().uuid(), visits.gym().hour(10, 15));
        visit.button("Book for 1 credit").click();
        assertThat(visit.text("You have no credit left").first()).isVisible();
        assertThat(visits.hour(hour)).isEqualTo("available");
    }

    @Test
    void whereNoHourIsFreeThePageSaysSo() {
        var visit = visits.visit(visits.attendee("Ada", 1));
        visit.menu("Book");
        assertThat(visit.text("No hour is free at the moment.")).isVisible();
        visits.openHours(visits.gym().hour(10, 13));
        visit.button("Look again").click();
        assertThat(visit.radio("13:00")).isVisible();
    }

    @Test
    void aNoteHasAThousandCharactersAndNotOneMore() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 1);
        var visit = visits.visit(ada);
        visit.go("/book?hour=" + hour);
        visit.note().fill("🏋".repeat(1001));
        assertThat(visit.text("1001 of 1000 characters")).isVisible();
        assertThat(visit.button("Book for 1 credit")).isDisabled();
        visit.note().fill("🏋".repeat(1000));
        assertThat(visit.text("1000 of 1000 characters")).isVisible();
        visit.button("Book for 1 credit").click();
        visit.told("Booked");
        assertThat(visits.guest(ada).everyTraining())
                .singleElement()
                .satisfies(
                        training -> assertThat(training.path("notes").asText()).isEqualTo("🏋".repeat(1000)));
    }

    @Test
    void ofTwoWhoWantOneHourOneGetsItAndTheOtherIsTold() {
        var hour = visits.gym().hour(10, 13);
        var other = visits.gym().hour(10, 15);
        visits.openHours(hour, other);
        var people = List.of(visits.attendee("Ada", 1), visits.attendee("Ben", 1));
        var both = people.stream().map(visits::visit).toList();
        var held = new ArrayList<Route>();
        for (var visit : both) {
            visit.go("/book?hour=" + hour);
            assertThat(visit.radio("13:00")).isChecked();
            visit.page().route("**/api/trainings", route -> {
                if (route.request().method().equals("POST") && held.size() < both.size()) {
                    held.add(route);
                } else {
                    route.resume();
                }
            });
        }
        both.forEach(visit -> visit.button("Book for 1 credit").click());
        both.getLast().page().waitForCondition(() -> held.size() == both.size());
        held.forEach(Route::resume);
        for (var visit : both) {
            visit.page().waitForCondition(() -> visit.isAt("/trainings") || visit.isWarned(TAKEN));
        }
        var loser = both.stream().filter(visit -> visit.isWarned(TAKEN)).toList();
        assertThat(loser).hasSize(1);
        assertThat(visits.hour(hour)).isEqualTo("booked");
        loser.getFirst().radio("15:00").check();
        loser.getFirst().button("Book for 1 credit").click();
        loser.getFirst().told("Booked: " + Words.both(other));
        assertThat(people)
                .allSatisfy(one -> assertThat(visits.guest(one).everyTraining()).hasSize(1));
    }
}
