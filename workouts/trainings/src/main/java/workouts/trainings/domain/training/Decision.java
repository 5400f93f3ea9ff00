package workouts.trainings.domain.training;

import java.util.function.Function;

/// What a rule answers: go on with this, or no, and why.
public sealed interface Decision<T> {
    /// The rule agrees; this is how things are afterwards.
    record Accepted<T>(T value) implements Decision<T> {}

    /// The rule refuses and nothing has changed.
    record Refused<T>(Refusal refusal) implements Decision<T> {}

    static <T> Decision<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Decision<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /// The next decision, made only when this one was accepted.
    default <R> Decision<R> then(Function<? super T, Decision<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal) -> refused(refusal);
        };
    }
}
