package workouts.chassis.handlers;

/// Answers one kind of question and changes nothing.
///
/// @param <Q> a record with everything that has to be known
/// @param <R> the answer
@FunctionalInterface
public interface QueryHandler<Q, R> {
    R handle(Q query);
}
