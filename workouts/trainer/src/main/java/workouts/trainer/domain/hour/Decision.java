package workouts.trainer.domain.hour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/// What a rule answers: go on with this, or no, and why.
public sealed interface Decision<T> {
    /// The rule agrees; this is how things are afterwards.
    record Accepted<T>(T value) implements Decision<T> {}

    /// The rule refuses because of these hours, and nothing has changed.
    record Refused<T>(Refusal refusal, List<Instant> hours) implements Decision<T> {
        public Refused {
            hours = List.copyOf(hours);
        }
    }

    static <T> Decision<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Decision<T> refused(Refusal refusal, Instant hour) {
        return new Refused<>(refusal, List.of(hour));
    }

    /// The next decision, made only when this one was accepted.
    default <R> Decision<R> then(Function<? super T, Decision<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal refusal, List<Instant> hours) -> new Refused<>(refusal, hours);
        };
    }

    /// All or none: accepted when each one is. Otherwise the reason that comes first in precedence is given, with every
    /// hour that it is true of, in order.
    static <T> Decision<List<T>> all(Iterable<Decision<T>> decisions) {
        var values = new ArrayList<T>();
        var refused = new EnumMap<Refusal, TreeSet<Instant>>(Refusal.class);
        for (var decision : decisions) {
            switch (decision) {
                case Accepted<T>(T value) -> values.add(value);
                case Refused<T>(Refusal refusal, List<Instant> hours) ->
                    refused.computeIfAbsent(refusal, _ -> new TreeSet<>()).addAll(hours);
            }
        }
        return refused.entrySet().stream()
                .findFirst()
                .<Decision<List<T>>>map(first -> new Refused<>(first.getKey(), List.copyOf(first.getValue())))
                .orElseGet(() -> accepted(List.copyOf(values)));
    }
}
