package workouts.chassis.grpc;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;

/// What became of a call to a neighbour.
///
/// @param <T> what the neighbour gives
public sealed interface Answer<T> {
    /// It was done.
    record Given<T>(T value) implements Answer<T> {}

    /// It was not done and will not be.
    record Refused<T>(Problem problem) implements Answer<T> {}

    /// Nobody knows whether it was done. The same call, made again, will tell.
    record Unknown<T>(Status.Code status) implements Answer<T> {}

    /// Makes a call with a blocking stub and waits for its answer.
    static <T> Answer<T> of(Supplier<T> call) {
        try {
            return new Given<>(call.get());
        } catch (StatusRuntimeException e) {
            return refusal(e)
                    .<Answer<T>>map(Refused::new)
                    .orElseGet(() -> new Unknown<>(e.getStatus().getCode()));
        }
    }

    /// What was given.
    ///
    /// @throws Problem the neighbour's own, or `unavailable`
    default T orThrow() {
        return switch (this) {
            case Given<T>(T value) -> value;
            case Refused<T>(Problem problem) -> throw problem;
            case Unknown<T> _ -> throw Problem.unavailable();
        };
    }

    /// A refusal has a slug, and a status that says that nothing was done. A credential that is not taken is a
    /// fault of the installation and may be mended, so that is none.
    private static Optional<Problem> refusal(StatusRuntimeException e) {
        var slug = Optional.ofNullable(e.getTrailers()).map(trailers -> trailers.get(Headers.SLUG));
        var kind = Arrays.stream(Kind.values())
                .filter(candidate -> candidate.isRefusal() && candidate != Kind.UNAUTHENTICATED)
                .filter(candidate -> candidate.grpc() == e.getStatus().getCode())
                // INVALID_ARGUMENT is MALFORMED only with its one slug, else a rule
                .filter(candidate -> candidate != Kind.MALFORMED || slug.equals(Optional.of("invalid-request")))
                .findFirst();
        return kind.flatMap(known -> slug.map(name -> new Problem(
                known, name, Optional.ofNullable(e.getStatus().getDescription()).orElse(name))));
    }
}
