/// HTTP, as the contract `openapi/trainings.yml` describes it: reads the caller and the request, hands over a
/// command or a query, and says what came of it.
///
/// Start with [TrainingsController][workouts.trainings.ports.TrainingsController]. Stateless.
@NullMarked
package workouts.trainings.ports;

import org.jspecify.annotations.NullMarked;
