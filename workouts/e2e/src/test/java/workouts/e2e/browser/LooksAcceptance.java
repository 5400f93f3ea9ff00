package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workouts.demo.web.Identity;

/// Every page, for each role, on a phone and on a desk, by day and by night: axe finds nothing in it, nothing is wider
/// than the window, and a picture of it is kept in `target/pages`.
@Timeout(180)
final class LooksAcceptance {
    /// A page in a state.
    ///
    /// @param shown what is there as soon as it has all of its data
    private record Look(String name, String path, String shown) {}

    private static final String SOON = "Less than 24 hours left";

    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    private final List<String> found = new ArrayList<>();

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource({
        "attendee, PHONE, LIGHT",
        "attendee, PHONE, DARK",
        "attendee, DESKTOP, LIGHT",
        "attendee, DESKTOP, DARK",
        "trainer, PHONE, LIGHT",
        "trainer, PHONE, DARK",
        "trainer, DESKTOP, LIGHT",
        "trainer, DESKTOP, DARK"
    })
    void everyPageCanBeUsedByEverybody(String role, Screen screen, ColorScheme colours) {
        var ada = visits.attendee("Ada Attendee", 7);
        var wanda = visits.trainer();
        var uuid = aBusyWeek(ada, wanda);
        var visit = visits.window(screen, "Europe/Warsaw", colours);
        visit.go("/sign-in");
        visit.button(ada.name()).waitFor();
        var place = "%s-%s-%s".formatted(role, screen, colours.name().toLowerCase(Locale.ROOT));
        look(visit, "sign-in-" + place, colours);
        visit.signIn(role.equals("trainer") ? wanda : ada);
        for (var each : role.equals("trainer") ? ofTheTrainer(uuid) : ofTheAttendee(uuid)) {
            visit.go(each.path());
            visit.text(each.shown()).first().waitFor();
            look(visit, each.name() + "-" + place, colours);
        }
        visit.go("/trainings/" + uuid);
        visit.button("Cancel the training").click();
        assertThat(visit.dialog()).containsText("hours or more are left");
        look(visit, "cancel-" + place, colours);
        assertThat(found).isEmpty();
    }

    @Test
    void whatNotEverybodyCanUseIsFound() {
        var visit = visits.window(Screen.DESKTOP, "UTC", ColorScheme.LIGHT);
        visit.go("/sign-in");
        visit.heading("Who is training today?");
        visit.page().evaluate("document.querySelector('main h1').style.color = '#eeeeee'");
        visit.page()
                .evaluate("document.querySelector('main').append(Object.assign(new Image(), {src: '/favicon.svg'}))");
        assertThat(Axe.violations(visit.page()))
                .anyMatch(violation -> violation.startsWith("critical: image-alt"))
                .anyMatch(violation -> violation.startsWith("serious: color-contrast"));
        assertThat(Axe.violationsOfContrast(visit.page()))
                .isNotEmpty()
                .allMatch(violation -> violation.startsWith("serious: color-contrast"));
    }

    /// What there is to see: a training tomorrow with a note, one today that somebody wants to move, one that was
    /// cancelled, one that is over, another's, and free hours.
    ///
    /// @return the id of the first
    private String aBusyWeek(Identity ada, Identity wanda) {
        var gym = visits.gym();
        visits.openHours(
                gym.hour(0, 12), gym.hour(0, 20), gym.hour(1, 13), gym.hour(1, 18), gym.hour(2, 12), gym.hour(2, 15));
        visits.openHours(gym.hour(3, 14), gym.hour(3, 16), gym.hour(8, 13), gym.hour(9, 13), gym.hour(9, 14));
        var her = visits.guest(ada);
        her.booked(wanda.uuid(), gym.hour(0, 12));
        var soon = her.booked(wanda.uuid(), gym.hour(0, 20));
        var tomorrow = her.book(
                        wanda.uuid(), gym.hour(2, 12), "Mind my left knee. I would like to work on my back, too.")
                .header("Location")
                .orElseThrow();
        her.cancel(her.booked(wanda.uuid(), gym.hour(3, 14)));
        visits.guest(visits.attendee("Ben Attendee", 1)).booked(wanda.uuid(), gym.hour(1, 18));
        visits.advance(Duration.ofHours(5));
        visits.guest(wanda).propose(soon, gym.hour(1, 13));
        return tomorrow.substring(tomorrow.lastIndexOf('/') + 1);
    }

    private static List<Look> ofTheAttendee(String uuid) {
        return List.of(
                new Look("trainings", "/trainings", SOON),
                new Look("trainings-past", "/trainings?show=past", "12:00 UTC"),
                new Look("trainings-cancelled", "/trainings?show=cancelled", "14:00 UTC"),
                new Look("training", "/trainings/" + uuid, "Mind my left knee."),
                new Look("calendar-week", "/calendar", "Your training"),
                new Look("calendar-month", "/calendar?view=month", "Wed"),
                new Look("calendar-list", "/calendar?view=list", "Your training"),
                new Look("book", "/book", "Book for 1 credit"),
                new Look("move", "/trainings/" + uuid + "/move", "moves at once"),
                new Look("credits", "/credits", "Credits received"),
                new Look("not-for-you", "/schedule", "Not for your role"),
                new Look("nothing-here", "/nowhere", "There is no page at this address."));
    }

    private static List<Look> ofTheTrainer(String uuid) {
        return List.of(
                new Look("trainings", "/trainings", SOON),
                new Look("training", "/trainings/" + uuid, "Mind my left knee."),
                new Look("calendar-week", "/calendar", "Ada Attendee"),
                new Look("calendar-month", "/calendar?view=month", "Wed"),
                new Look("calendar-list", "/calendar?view=list", "Ada Attendee"),
                new Look("move", "/trainings/" + uuid + "/move", "moves at once"),
                new Look("schedule", "/schedule", "Open all"));
    }

    /// What does not depend on colours was looked at by daylight.
    private void look(Visit visit, String name, ColorScheme colours) {
        var violations =
                colours == ColorScheme.LIGHT ? Axe.violations(visit.page()) : Axe.violationsOfContrast(visit.page());
        violations.forEach(violation -> found.add(name + ": " + violation));
        if (visit.isWiderThanItsWindow()) {
            found.add(name + ": it has to be scrolled sideways");
        }
        visit.picture(name);
    }
}
