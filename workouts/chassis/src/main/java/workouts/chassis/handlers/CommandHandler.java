package workouts.chassis.handlers;

/// Does one kind of thing. One class a command, named after it: `BookTraining` is handled by `BookTrainingHandler`.
///
/// @param <C> a record with everything that has to be known
/// @param <R> what became of it: an outcome with its refusals, or [Done] where there is nothing to tell
@FunctionalInterface
public interface CommandHandler<C, R> {
    /// Does it, or says why not.
    ///
    /// @throws workouts.chassis.problems.Problem if it is refused and the outcome has no case for it
    R handle(C command);
}
