package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nobody needs a mouse.
@Timeout(120)
final class KeyboardAcceptance {
    private static final int TABS_MAX = 40;

    /// What a screen reader would say of it, nearly: its label, or its text, or the text around it.
    private static final String FOCUSED = """
            () => {
              const one = document.activeElement
              return one.getAttribute('aria-label') || one.closest('label')?.textContent
                || document.querySelector(`label[for="${one.id}"]`)?.textContent || one.textContent
            }""";

    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @Test
    void aTrainingIsBookedAndCancelledWithTheKeyboardAlone() {
        var hour = visits.gym().hour(10, 15);
        visits.openHours(visits.gym().hour(10, 13), hour, visits.gym().hour(11, 15));
        var ada = visits.attendee("Ada", 1);
        var visit = visits.window(Screen.DESKTOP, "UTC", ColorScheme.LIGHT);
        visit.go("/");
        visit.button(ada.name()).waitFor();
        press(visit, "Ada", "Enter");
        visit.heading("Trainings");
        visit.link("Book your first training").waitFor();
        press(visit, "Book your first training", "Enter");
        visit.heading("Book a training");
        visit.radio("13:00").waitFor();
        tabTo(visit, Words.day(hour, "UTC"));
        tabTo(visit, "13:00");
        visit.page().keyboard().press("Space");
        assertThat(visit.radio("13:00")).isChecked();
        visit.page().keyboard().press("ArrowRight");
        assertThat(visit.radio("15:00")).isChecked();
        tabTo(visit, "Note for the trainer");
        visit.page().keyboard().type("no mouse here");
        press(visit, "Book for 1 credit", "Enter");
        visit.told("Booked: " + Words.both(hour));
        assertThat(visit.training(Words.both(hour))).containsText("no mouse here");
        press(visit, "Cancel the training on", "Enter");
        assertThat(visit.dialog()).containsText("your credit comes back");
        press(visit, "Cancel the training", "Enter");
        visit.told("Cancelled. Your credit is back.");
        assertThat(visits.hour(hour)).isEqualTo("available");
    }

    @Test
    void theContentIsOneKeyAwayFromTheBeginning() {
        var visit = visits.visit(visits.attendee("Ada", 1));
        visit.go("/trainings");
        visit.heading("Trainings");
        press(visit, "Skip to the content", "Enter");
        tabTo(visit, "Book a training");
        assertThat(visit.isAt("/trainings")).isTrue();
    }

    private static void press(Visit visit, String name, String key) {
        tabTo(visit, name);
        visit.page().keyboard().press(key);
    }

    /// Goes on with Tab until something with this in its name has the focus.
    private static void tabTo(Visit visit, String name) {
        for (int tab = 0; tab < TABS_MAX; tab++) {
            visit.page().keyboard().press("Tab");
            if (String.valueOf(visit.page().evaluate(FOCUSED))
                    .replaceAll("\\s+", " ")
                    .contains(name)) {
                return;
            }
        }
        throw new AssertionError("nothing called '%s' gets the focus within %d tabs".formatted(name, TABS_MAX));
    }
}
