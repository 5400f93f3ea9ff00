/// The application as its users see it: the three services together, on a real database and a real ledger.
@NullMarked
package workouts.e2e;

import org.jspecify.annotations.NullMarked;
