/// Seeded load on a real process, every balance compared to the last unit.
@NullMarked
package ballast.e2e.stress;

import org.jspecify.annotations.NullMarked;
