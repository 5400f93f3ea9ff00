package workouts.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import workouts.demo.web.Backends;
import workouts.demo.web.Identity;
import workouts.demo.web.WebServer;
import workouts.e2e.acceptance.GymInOneProcess;
import workouts.e2e.gym.Books;
import workouts.e2e.gym.Guest;
import workouts.e2e.gym.Gym;

/// What one test does with a gym and its page: people who have a window each, and hours. For each test it is another
/// time, at which no hour is open, and a page of its own.
///
/// After a test nothing may have gone wrong inside of a page, and hours, trainings and credits have to agree.
/// Windows of a test that failed are kept as pictures.
final class Visits implements BeforeEachCallback, AfterEachCallback {
    /// Much more than anything takes on an idle machine.
    static final double PATIENCE_MILLIS = 20_000;

    static final Path PICTURES = Path.of("target", "pages");

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final Supplier<PageGym> gyms;
    private final List<Visit> open = new ArrayList<>();
    private final List<Identity> people = new ArrayList<>();
    private final Map<UUID, Long> granted = new HashMap<>();
    private Optional<PageGym> gym = Optional.empty();
    private Optional<WebServer> server = Optional.empty();
    private volatile boolean trainingsAreAway;
    private final Map<String, Long> returned = new HashMap<>();
    private long returnedOtherwise = 1;

    Visits(Supplier<PageGym> gyms) {
        this.gyms = gyms;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        gym = Optional.of(gyms.get());
        gym.get().turnOver();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isPresent()) {
                var name = context.getRequiredTestClass().getSimpleName() + "-" + context.getDisplayName();
                for (var visit : open) {
                    visit.picture("failed/" + name.replaceAll("\\W+", "-") + "-" + open.indexOf(visit));
                    System.out.println("inside of the page: " + visit.faults());
                }
            } else {
                network().recover();
                assertThat(open.stream().flatMap(visit -> visit.faults().stream()))
                        .isEmpty();
                assertThat(disagreements()).isEmpty();
            }
        } finally {
            open.forEach(Visit::close);
            server.ifPresent(WebServer::close);
        }
    }

    /// Somebody new, who has these credits.
    Identity attendee(String name, long credits) {
        var one = new Identity(UUID.randomUUID(), name, "attendee@example.org", "attendee");
        granted.put(one.uuid(), credits);
        if (credits > 0) {
            network().grant(one.uuid(), credits);
        }
        people.add(one);
        return one;
    }

    /// The only trainer there is.
    Identity trainer() {
        return people.stream()
                .filter(one -> one.role().equals("trainer"))
                .findAny()
                .orElseGet(() -> {
                    var trainer = new Identity(GymInOneProcess.HOUSE, "Wanda Trainer", "wanda@example.org", "trainer");
                    people.add(trainer);
                    return trainer;
                });
    }

    /// In UTC, on a desk.
    Visit visit(Identity one) {
        return visit(one, Screen.DESKTOP, "UTC");
    }

    Visit visit(Identity one, String zone) {
        return visit(one, Screen.DESKTOP, zone);
    }

    Visit visit(Identity one, Screen screen, String zone) {
        var visit = window(screen, zone, ColorScheme.LIGHT);
        visit.signIn(one);
        return visit;
    }

    /// Before anybody has signed in. Whoever shall be offered has to be known by now.
    Visit window(Screen screen, String zone, ColorScheme colours) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(address().toString())
                .setViewportSize(screen.width(), screen.height())
                .setIsMobile(screen == Screen.PHONE)
                .setHasTouch(screen == Screen.PHONE)
                .setTimezoneId(zone)
                .setLocale("en-GB")
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE);
        var visit = new Visit(Chromium.shared().newContext(options), now());
        open.add(visit);
        return visit;
    }

    /// Opens hours, as the trainer.
    void openHours(Instant... hours) {
        assertThat(gym().trainer(GymInOneProcess.HOUSE).open(hours).status()).isEqualTo(204);
    }

    /// Somebody, who goes past the page.
    Guest guest(Identity one) {
        return one.role().equals("trainer") ? gym().trainer(one.uuid()) : gym().attendee(one.uuid());
    }

    /// How an hour stands: `available`, `booked` or `closed`.
    String hour(Instant hour) {
        return gym().trainer(GymInOneProcess.HOUSE).hour(GymInOneProcess.HOUSE, hour);
    }

    Gym gym() {
        return network().gym();
    }

    GymInOneProcess network() {
        return gym.orElseThrow().network();
    }

    Instant now() {
        return network().clock().instant();
    }

    /// Time passes for the services, and in every window.
    void advance(Duration time) {
        set(now().plus(time));
    }

    void set(Instant now) {
        network().clock().set(now);
        open.forEach(visit -> visit.setTime(now));
    }

    /// From now on nobody reaches the trainings; or they are reached again.
    void trainingsAreAway(boolean away) {
        trainingsAreAway = away;
    }

    /// What a cancellation of this test gives back; unless said otherwise, one credit.
    void cancellationReturns(long credits) {
        returnedOtherwise = credits;
    }

    /// As above, of one training.
    ///
    /// @param training its path
    void cancellationReturns(String training, long credits) {
        returned.put(training.substring(training.lastIndexOf('/') + 1), credits);
    }

    private URI address() {
        if (server.isEmpty()) {
            try {
                server = Optional.of(new WebServer(0, this::backends, people));
            } catch (IOException e) {
                throw new IllegalStateException("setup: the page cannot be served", e);
            }
        }
        return server.get().address();
    }

    private Backends backends() {
        var addresses = network().addresses();
        return new Backends(addresses.trainer(), trainingsAreAway ? NOWHERE : addresses.trainings(), addresses.users());
    }

    private List<String> disagreements() {
        var first = gym().today().minusDays(3);
        return new Books(
                        gym(),
                        first,
                        List.of(GymInOneProcess.HOUSE),
                        granted,
                        training -> returned.getOrDefault(training.path("uuid").asText(), returnedOtherwise))
                .disagreements();
    }
}
