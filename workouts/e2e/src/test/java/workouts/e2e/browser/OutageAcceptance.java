package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A part of the gym is away, and comes again.
@Timeout(120)
final class OutageAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @Test
    void whatCannotBeReachedIsToldAndTriedAgainByHand() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 1);
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        var visit = visits.visit(ada);
        visits.trainingsAreAway(true);
        visit.go("/trainings");
        visit.warned("A part of the gym cannot be reached, so nothing was done.");
        assertThat(visit.training(Words.both(hour))).hasCount(0);
        visits.trainingsAreAway(false);
        visit.button("Try again").click();
        assertThat(visit.training(Words.both(hour))).isVisible();
        assertThat(visit.text("A part of the gym cannot be reached")).hasCount(0);
    }

    @Test
    void whoComesBackSoonIsWaitedFor() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 1);
        var visit = visits.visit(ada);
        visit.go("/book?hour=" + hour);
        assertThat(visit.radio("13:00")).isChecked();
        visits.trainingsAreAway(true);
        visit.button("Book for 1 credit").click();
        visit.told("A part of the gym is away. Trying again");
        visits.trainingsAreAway(false);
        visit.told("Booked: " + Words.both(hour));
        assertThat(visits.guest(ada).everyTraining()).hasSize(1);
    }

    /// The credit is held, and nobody answers for the hour: the booking goes on by itself, and the page asks with the
    /// same key what has become of it.
    @Test
    void aBookingThatGoesOnByItselfIsOne() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 2);
        var visit = visits.visit(ada);
        visit.go("/book?hour=" + hour);
        assertThat(visit.radio("13:00")).isChecked();
        visits.network().loseTrainerCalls("ScheduleTraining");
        visit.button("Book for 1 credit").click();
        visit.told("A part of the gym is away. Trying again");
        visits.network().recover();
        visit.told("Booked: " + Words.both(hour));
        visit.has("1 credit");
        assertThat(visits.guest(ada).everyTraining()).hasSize(1);
    }
}
