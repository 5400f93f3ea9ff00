package workouts.trainings.app.saga;

import workouts.trainings.domain.saga.Saga;

/// Told each time that a saga passes a moment at which a crash is most likely to lose or to double something. Does
/// nothing in production; tests throw from it, or kill the process.
@FunctionalInterface
public interface StepWatch {
    /// The moments of one step, in order.
    enum Moment {
        /// The call is owed and has not been made.
        BEFORE_CALL,
        /// The neighbour has answered; nobody knows.
        AFTER_CALL,
        /// The answer is applied and durable; nobody has been told.
        AFTER_COMMIT
    }

    void reached(Saga saga, Moment moment);
}
