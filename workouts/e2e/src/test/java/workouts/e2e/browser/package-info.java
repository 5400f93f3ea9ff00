/// The page in a real browser, headless Chromium, before the real services: every flow, for each role, in several time
/// zones. Start at [Visits][workouts.e2e.browser.Visits].
///
/// Playwright belongs to one thread, and so does everything here.
@NullMarked
package workouts.e2e.browser;

import org.jspecify.annotations.NullMarked;
