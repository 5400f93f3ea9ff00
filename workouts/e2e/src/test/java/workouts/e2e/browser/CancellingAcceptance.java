package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who cancels is told before what it costs, and it costs that.
@Timeout(120)
final class CancellingAcceptance {
    private static final long CREDITS = 3;

    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @ParameterizedTest(name = "{0}, {1} before")
    @CsvSource(delimiter = '|', textBlock = """
            # who    | before      | what is asked                                              | what is said then                       | back | in the statement
            attendee | PT24H       | 24 hours or more are left: your credit comes back.         | Cancelled. Your credit is back.         | 1    | 3
            attendee | PT23H59M59S | Less than 24 hours are left: the credit you paid is lost.  | Cancelled. The credit was not returned. | 0    | 2
            attendee | PT1S        | Less than 24 hours are left: the credit you paid is lost.  | Cancelled. The credit was not returned. | 0    | 2
            trainer  | PT24H       | 24 hours or more are left: Ada Attendee gets 1 credit back.         | Cancelled. Ada Attendee got 1 credit back.       | 1    | 3
            trainer  | PT23H59M59S | Less than 24 hours are left: Ada Attendee gets 2 credits            | Cancelled. Ada Attendee got 2 credits.           | 2    | 4
            """)
    void theConsequenceIsToldBeforeAndHappens(
            String role, Duration before, String asked, String said, long back, long balance) {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada Attendee", CREDITS);
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        visits.cancellationReturns(back);
        visits.set(hour.minus(before));
        var visit = visits.visit(role.equals("trainer") ? visits.trainer() : ada);
        visit.training(Words.both(hour)).getByText("Cancel").click();
        assertThat(visit.dialog()).containsText("Cancel this training?");
        assertThat(visit.dialog()).containsText(asked);
        assertThat(visits.hour(hour)).as("nothing has happened yet").isEqualTo("booked");
        visit.confirm("Cancel the training");
        visit.told(said);
        assertThat(visit.training(Words.both(hour))).hasCount(0);
        assertThat(visits.guest(ada).balance()).isEqualTo(balance).isEqualTo(CREDITS - 1 + back);
        assertThat(visits.hour(hour)).isEqualTo("available");
        visit.link("Cancelled").click();
        assertThat(visit.training(Words.both(hour))).containsText("Cancelled");
    }

    @Test
    void whoThinksAgainHasStillTheTraining() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada Attendee", CREDITS);
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        var visit = visits.visit(ada);
        visit.training(Words.both(hour)).getByText("Cancel").click();
        visit.confirm("Keep it");
        assertThat(visit.dialog()).hasCount(0);
        visit.training(Words.both(hour)).getByText("Cancel").click();
        assertThat(visit.dialog()).isVisible();
        visit.page().keyboard().press("Escape");
        assertThat(visit.dialog()).hasCount(0);
        assertThat(visits.hour(hour)).isEqualTo("booked");
    }

    /// The window stays open over night, and asks the services before it tells what it costs.
    @Test
    void theConsequenceIsThatOfTheMomentNotOfTheTimeWhenThePageWasLoaded() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada Attendee", CREDITS);
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        visits.cancellationReturns(0);
        visits.set(hour.minus(Duration.ofHours(25)));
        var visit = visits.visit(ada);
        assertThat(visit.training(Words.both(hour))).isVisible();
        visits.set(hour.minus(Duration.ofHours(23)));
        visit.training(Words.both(hour)).getByText("Cancel").click();
        assertThat(visit.dialog()).containsText("the credit you paid is lost");
        visit.confirm("Cancel the training");
        visit.told("The credit was not returned.");
    }

    @Test
    void theStatementShowsEveryChangeWithTheBalanceAfterIt() {
        var early = visits.gym().hour(10, 13);
        var late = visits.gym().hour(10, 15);
        visits.openHours(early, late);
        var ada = visits.attendee("Ada Attendee", CREDITS);
        var first = visits.guest(ada).booked(visits.trainer().uuid(), early);
        var second = visits.guest(ada).booked(visits.trainer().uuid(), late);
        visits.guest(ada).cancel(first);
        visits.set(late.minus(Duration.ofHours(1)));
        visits.guest(visits.trainer()).cancel(second);
        visits.cancellationReturns(second, 2);
        var visit = visits.visit(ada);
        visit.has("4 credits");
        visit.menu("Credits");
        var rows = visit.page().locator("tbody tr");
        assertThat(rows).hasCount(6);
        var balances = visit.page().locator("tbody tr td:last-child").allInnerTexts();
        assertThat(balances).containsExactly("4", "3", "2", "1", "2", "3");
        var amounts = visit.page().locator("tbody tr td:nth-child(3)").allInnerTexts();
        assertThat(amounts).containsExactly("+1", "+1", "+1", "−1", "−1", "+3");
        assertThat(rows.first()).containsText("Training cancelled late by the gym, extra credit");
        rows.first().getByRole(AriaRole.LINK).click();
        visit.heading("Training");
        assertThat(visit.training(Words.both(late))).containsText("Cancelled");
    }
}
