package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workouts.demo.web.Identity;

/// A training goes to another hour: at once while there is time, and when the other side agrees later.
@Timeout(120)
final class ChangingAcceptance {
    private static final String NOTE = "mind my knee";

    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    private Instant hour = Instant.EPOCH;
    private Instant other = Instant.EPOCH;
    private Identity ada = new Identity(new UUID(0, 0), "", "", "");

    /// Ada has a training at 13:00, and 15:00 is free.
    @BeforeEach
    void book() {
        hour = visits.gym().hour(10, 13);
        other = visits.gym().hour(10, 15);
        visits.openHours(hour, other);
        ada = visits.attendee("Ada", 1);
        assertThat(visits.guest(ada).book(visits.trainer().uuid(), hour, NOTE).status())
                .isEqualTo(201);
    }

    private Identity named(String role) {
        return role.equals("trainer") ? visits.trainer() : ada;
    }

    private void assertTrainingIsAt(Instant time) {
        assertThat(visits.guest(ada).everyTraining()).singleElement().satisfies(training -> {
            assertThat(Instant.parse(training.path("time").asText())).isEqualTo(time);
            assertThat(training.path("notes").asText()).isEqualTo(NOTE);
            assertThat(training.has("proposedTime")).isFalse();
        });
        assertThat(visits.hour(time)).isEqualTo("booked");
        assertThat(visits.hour(time.equals(hour) ? other : hour)).isEqualTo("available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "trainer"})
    void untilADayBeforeItMovesAtOnceAndKeepsItsNote(String role) {
        visits.set(hour.minus(Duration.ofHours(24)));
        var visit = visits.visit(named(role));
        visit.link("Move the training on " + Words.both(hour)).click();
        assertThat(visit.text("moves at once")).isVisible();
        assertThat(visit.note()).hasValue(NOTE);
        visit.radio("15:00").check();
        visit.button("Move the training").click();
        visit.told("Moved to " + Words.both(other));
        assertThat(visit.training(Words.both(other))).containsText(NOTE);
        assertTrainingIsAt(other);
    }

    @Test
    void aNoteIsChangedOnTheWay() {
        var visit = visits.visit(ada);
        visit.link("Move the training on " + Words.both(hour)).click();
        visit.note().fill("and my elbow");
        visit.radio("15:00").check();
        visit.button("Move the training").click();
        visit.told("Moved to " + Words.both(other));
        assertThat(visit.training(Words.both(other))).containsText("and my elbow");
    }

    @ParameterizedTest(name = "the {0} proposes, and it is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # who     | the end   | who ends it | asked, confirmed and said
            attendee  | Approve   | trainer     | Move to the proposed time? | Approve the new time  | Approved. The training has moved.
            trainer   | Approve   | attendee    | Move to the proposed time? | Approve the new time  | Approved. The training has moved.
            attendee  | Reject    | trainer     | Reject the proposed time?  | Reject the proposal   | Rejected. The training stays where it was.
            trainer   | Reject    | attendee    | Reject the proposed time?  | Reject the proposal   | Rejected. The training stays where it was.
            attendee  | Withdraw  | attendee    | Take your proposal back?   | Withdraw the proposal | Withdrawn. The training stays where it was.
            trainer   | Withdraw  | trainer     | Take your proposal back?   | Withdraw the proposal | Withdrawn. The training stays where it was.
            """)
    void laterTheOtherSideHasToAgree(
            String proposer, String end, String ender, String asked, String confirmed, String said) {
        visits.set(hour.minus(Duration.ofHours(24)).plusSeconds(1));
        var one = visits.visit(named(proposer));
        one.link("Propose another time for the training on " + Words.both(hour)).click();
        assertThat(one.text("has to agree").first()).isVisible();
        one.radio("15:00").check();
        one.button("Propose this time").click();
        one.told("Proposed: " + Words.both(other));
        assertThat(one.training(Words.both(hour))).containsText(Words.both(other) + " proposed by you");
        var onesOwn = one.training(Words.both(hour));
        assertThat(onesOwn.getByText("Approve")).hasCount(0);
        assertThat(onesOwn.getByText("Withdraw")).isVisible();
        var last = proposer.equals(ender) ? one : visits.visit(named(ender));
        if (last != one) {
            var seen = proposer.equals("trainer") ? "proposed by the trainer" : "proposed by Ada";
            assertThat(last.training(Words.both(hour))).containsText(seen);
            assertThat(last.training(Words.both(hour)).getByText("Withdraw")).hasCount(0);
        }
        last.training(Words.both(hour)).getByText(end).click();
        assertThat(last.dialog()).containsText(asked);
        last.confirm(confirmed);
        last.told(said);
        var then = end.equals("Approve") ? other : hour;
        assertThat(last.training(Words.both(then))).isVisible();
        assertThat(last.text("proposed by")).hasCount(0);
        assertTrainingIsAt(then);
    }

    @Test
    void aTimeThatIsProposedWhileAnotherIsReadIsShownAndNotApproved() {
        visits.set(hour.minus(Duration.ofHours(24)).plusSeconds(1));
        var third = visits.gym().hour(10, 17);
        visits.openHours(third);
        var wanda = visits.guest(visits.trainer());
        var training = visits.guest(ada).everyTraining().getFirst().path("uuid").asText();
        assertThat(wanda.propose("/api/trainings/" + training, other).status()).isEqualTo(204);
        var visit = visits.visit(ada);
        visit.training(Words.both(hour)).getByText("Approve").click();
        assertThat(visit.dialog()).containsText("Approve the new time");

        assertThat(wanda.propose("/api/trainings/" + training, third).status()).isEqualTo(204);
        visit.confirm("Approve the new time");
        visit.warned("This training was changed meanwhile, so nothing was done.");
        assertThat(visit.dialog()).containsText(Words.both(third) + " is proposed by the trainer");
        visit.picture("changed-meanwhile");
        visit.confirm("Close");
        assertThat(visits.hour(third)).isEqualTo("available");
        assertThat(visit.training(Words.both(hour))).containsText(Words.both(third) + " proposed by the trainer");

        visit.training(Words.both(hour)).getByText("Approve").click();
        visit.confirm("Approve the new time");
        visit.told("Approved. The training has moved.");
        assertThat(visits.hour(third)).isEqualTo("booked");
    }

    @Test
    void anHourThatIsTakenMeanwhileIsTold() {
        var visit = visits.visit(ada);
        visit.link("Move the training on " + Words.both(hour)).click();
        visit.radio("15:00").check();
        var ben = visits.attendee("Ben", 1);
        visits.guest(ben).booked(visits.trainer().uuid(), other);
        visit.button("Move the training").click();
        assertThat(visit.text("This hour has just been taken or closed.")
                        .or(visit.text("No hour is free"))
                        .first())
                .isVisible();
        assertThat(visits.hour(hour)).isEqualTo("booked");
    }
}
