/// What every service of the application stands on, and nothing of any service's business.
@NullMarked
package workouts.chassis;

import org.jspecify.annotations.NullMarked;
