/// Wild Workouts with everything that it needs, on one machine, with one command: Ballast, PostgreSQL, the three
/// services, the page, and people to try it out as. Start at `Main`; tests that need real processes start at `Network`.
@NullMarked
package workouts.demo;

import org.jspecify.annotations.NullMarked;
