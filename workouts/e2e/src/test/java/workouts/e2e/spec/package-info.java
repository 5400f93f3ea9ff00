/// What the application promises to those who run it, tried out with real processes: the walk of its document, the
/// demo, and what a service has to do as a process.
@NullMarked
package workouts.e2e.spec;

import org.jspecify.annotations.NullMarked;
