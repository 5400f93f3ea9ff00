package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is signed in, and what is for whom.
@Timeout(120)
final class RolesAcceptance {
    @RegisterExtension
    private final Visits visits = new Visits(PageGym::inUtc);

    @ParameterizedTest(name = "{0} is not for an {1}")
    @CsvSource({"/schedule, attendee, trainers", "/book, trainer, attendees", "/credits, trainer, attendees"})
    void aPageOfTheOtherRoleSaysSo(String path, String role, String whose) {
        var visit = visits.visit(role.equals("trainer") ? visits.trainer() : visits.attendee("Ada", 1));
        visit.go(path);
        visit.heading("Not for your role");
        assertThat(visit.text("This page is for " + whose)).isVisible();
        visit.link("Go to your trainings").click();
        visit.heading("Trainings");
    }

    @Test
    void theServicesRefuseWhatIsNotForTheRoleWhateverThePageLetsThrough() {
        var hour = visits.gym().hour(10, 13);
        var body = "{\"hours\":[\"" + hour + "\"]}";
        var ada = visits.attendee("Ada", 1);
        var wanda = visits.trainer();
        var visit = visits.visit(ada);
        var asAttendee = token(visit);
        var asTrainer = token(visits.visit(wanda));
        assertThat(sent(visit, asAttendee, "PUT", "/api/trainer/calendar/make-hour-available", body))
                .isEqualTo(403);
        assertThat(visits.hour(hour)).isEqualTo("closed");
        assertThat(sent(visit, asTrainer, "PUT", "/api/trainer/calendar/make-hour-available", body))
                .isEqualTo(204);
        assertThat(sent(visit, asTrainer, "POST", "/api/trainings", "{\"time\":\"" + hour + "\"}"))
                .isEqualTo(403);
        assertThat(sent(visit, "Bearer nonsense", "GET", "/api/trainings", "")).isEqualTo(401);
        assertThat(visits.hour(hour)).isEqualTo("available");
    }

    private static String token(Visit visit) {
        var request = visit.page().waitForRequest("**/api/trainings?*", () -> visit.go("/trainings"));
        return Objects.requireNonNull(request.allHeaders().get("authorization"), "it is not signed in");
    }

    private static int sent(Visit visit, String token, String method, String path, String body) {
        var options = RequestOptions.create().setMethod(method).setHeader("Authorization", token);
        if (!body.isEmpty()) {
            options.setHeader("Content-Type", "application/json").setData(body);
        }
        return visit.page().request().fetch(path, options).status();
    }

    @Test
    void whoIsNotSignedInIsAskedAndComesBackToWhereItWas() {
        var ada = visits.attendee("Ada", 1);
        var visit = visits.window(Screen.DESKTOP, "UTC", ColorScheme.LIGHT);
        visit.go("/credits");
        visit.heading("Who is training today?");
        visit.button(ada.name()).click();
        visit.heading("Credits");
        visit.button("Sign out").click();
        visit.heading("Who is training today?");
        visit.go("/trainings");
        visit.heading("Who is training today?");
    }

    @Test
    void afterSigningOutAnotherSeesNothingOfTheFirst() {
        var hour = visits.gym().hour(10, 13);
        visits.openHours(hour);
        var ada = visits.attendee("Ada", 5);
        visits.guest(ada).booked(visits.trainer().uuid(), hour);
        var ben = visits.attendee("Ben", 2);
        var visit = visits.visit(ada);
        assertThat(visit.training(Words.both(hour))).isVisible();
        visit.button("Sign out").click();
        visit.button(ben.name()).click();
        visit.has("2 credits");
        assertThat(visit.text("Nothing is booked yet.")).isVisible();
        assertThat(visit.training(Words.both(hour))).hasCount(0);
    }

    @Test
    void anAddressThatIsNoneSaysSo() {
        var visit = visits.visit(visits.attendee("Ada", 1));
        visit.go("/nowhere");
        visit.heading("Nothing here");
    }

    @Test
    void whereNobodyCanSignInThePageSaysSo() {
        var visit = visits.window(Screen.DESKTOP, "UTC", ColorScheme.LIGHT);
        visit.go("/");
        assertThat(visit.text("No way to sign in is set up here.")).isVisible();
    }

    @Test
    void whereNothingIsThePageSaysSoToAnAttendee() {
        var visit = visits.visit(visits.attendee("Ada", 0));
        assertSaid(visit, "/trainings", "Nothing is booked yet.");
        assertSaid(visit, "/trainings?show=past", "Nothing here yet.");
        assertSaid(visit, "/trainings?show=cancelled", "Nothing was cancelled.");
        assertSaid(visit, "/credits", "You never had a credit.");
        assertSaid(visit, "/calendar", "Nothing in these days.");
    }

    @Test
    void whereNothingIsThePageSaysSoToATrainer() {
        var visit = visits.visit(visits.trainer());
        assertSaid(visit, "/trainings", "Nobody has booked yet.");
        assertSaid(visit, "/calendar", "Nothing in these days.");
    }

    private static void assertSaid(Visit visit, String path, String said) {
        visit.go(path);
        assertThat(visit.text(said)).isVisible();
    }

    /// A token is good for eight hours.
    @Test
    void aTokenThatIsRefusedIsReplacedWithoutAWord() {
        var visit = visits.visit(visits.attendee("Ada", 1));
        var statuses = answers(visit.page());
        visits.network().clock().advance(Duration.ofHours(9));
        visit.menu("Credits");
        assertThat(visit.text("Credits received")).isVisible();
        assertThat(statuses).contains("401", "token 200");
    }

    @Test
    void aTokenNearItsEndIsReplacedBeforeItIsRefused() {
        var visit = visits.visit(visits.attendee("Ada", 1));
        var statuses = answers(visit.page());
        visits.advance(Duration.ofHours(8).minusMinutes(1));
        visit.menu("Credits");
        assertThat(visit.text("Credits received")).isVisible();
        assertThat(statuses).contains("token 200").doesNotContain("401");
    }

    private static List<String> answers(Page page) {
        var statuses = new ArrayList<String>();
        page.onResponse(response ->
                statuses.add((response.url().endsWith("/api/dev/token") ? "token " : "") + response.status()));
        return statuses;
    }

    @Test
    void signingInLeadsNowhereElse() {
        var ada = visits.attendee("Ada", 1);
        var visit = visits.window(Screen.DESKTOP, "UTC", ColorScheme.LIGHT);
        for (var elsewhere : List.of("http://127.0.0.1:1", "//127.0.0.1:1", "/%5C127.0.0.1:1")) {
            visit.go("/sign-in?then=" + elsewhere);
            visit.button(ada.name()).click();
            visit.heading("Trainings");
            visit.button("Sign out").click();
        }
    }
}
