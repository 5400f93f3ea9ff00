package workouts.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import workouts.demo.web.Identity;

/// One window, and what its user does with it.
final class Visit implements AutoCloseable {
    /// What the browser says itself about an answer of 400 and above, which a test may well want.
    private static final String REFUSED = "Failed to load resource: the server responded with a status of";

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    /// At this time, for ever.
    Visit(BrowserContext context, Instant now) {
        this(context);
        setTime(now);
    }

    /// Now.
    Visit(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(Visits.PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())
                    && !message.text().startsWith(REFUSED)) {
                faults.add(message.text());
            }
        });
    }

    /// What went wrong inside of the page, and what the browser would not let it do.
    List<String> faults() {
        return List.copyOf(faults);
    }

    Page page() {
        return page;
    }

    /// Time stands still, as for the services; what waits for some seconds waits.
    void setTime(Instant now) {
        context.clock().setFixedTime(Date.from(now));
    }

    void go(String path) {
        page.navigate(path);
    }

    void signIn(Identity one) {
        go("/sign-in");
        button(one.name()).click();
        heading("Trainings");
    }

    /// Goes somewhere by the menu.
    void menu(String entry) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Main"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(entry))
                .click();
    }

    /// Waits until the page says what it is.
    void heading(String title) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(title);
    }

    /// Whose name has this in it.
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator radio(String name) {
        return page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(name));
    }

    /// A day, and then an hour of it: `Saturday 20 March, 13:00`.
    void choose(String hour) {
        var parts = hour.split(", ", 2);
        radio(parts[0]).check();
        radio(parts[1]).check();
    }

    Locator note() {
        return page.getByRole(AriaRole.TEXTBOX);
    }

    boolean isAt(String path) {
        return URI.create(page.url()).getPath().equals(path);
    }

    boolean isWarned(String problem) {
        return page.getByRole(AriaRole.ALERT)
                .filter(new Locator.FilterOptions().setHasText(problem))
                .isVisible();
    }

    /// A part of the page that has a heading.
    Locator region(String heading) {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading));
    }

    Locator text(String text) {
        return page.getByText(text);
    }

    /// What the page says has been done.
    void told(String done) {
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(done)))
                .isVisible();
    }

    /// What the page says has gone wrong.
    void warned(String problem) {
        assertThat(page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText(problem)))
                .isVisible();
    }

    /// The credits in the header.
    void has(String credits) {
        assertThat(page.getByRole(AriaRole.BANNER)
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("credit"))))
                .hasText(credits);
    }

    /// The card of the training at this time, as the page writes it.
    Locator training(String time) {
        return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(time));
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /// Presses what the dialog has been asked for with.
    void confirm(String button) {
        dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    boolean isWiderThanItsWindow() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// Of the whole page, in a window that is high enough for it; kept below `target/pages`.
    void picture(String name) {
        var window = page.viewportSize();
        int height = (Integer) page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(window.width, Math.max(window.height, height));
        page.screenshot(new Page.ScreenshotOptions().setPath(Visits.PICTURES.resolve(name + ".png")));
        page.setViewportSize(window.width, window.height);
    }

    @Override
    public void close() {
        context.close();
    }
}
