/// What every service of the application stands on, and nothing of any service's business.
///
/// Start with [Service][workouts.chassis.Service]: it starts one, with everything in the packages below this one.
@NullMarked
package workouts.chassis;

import org.jspecify.annotations.NullMarked;
