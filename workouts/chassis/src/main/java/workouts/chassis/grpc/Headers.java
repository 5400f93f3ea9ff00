package workouts.chassis.grpc;

import io.grpc.Metadata;
import io.grpc.Status;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;

/// What calls carry beside their messages.
final class Headers {
    static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /// The reason of a refusal, beside the status.
    static final Metadata.Key<String> SLUG = Metadata.Key.of("slug", Metadata.ASCII_STRING_MARSHALLER);

    private Headers() {}

    static Status status(Problem problem) {
        return problem.kind().grpc().toStatus().withDescription(problem.text());
    }

    static Metadata trailers(Problem problem) {
        var trailers = new Metadata();
        trailers.put(SLUG, problem.slug());
        return trailers;
    }

    static Problem badCredential() {
        return new Problem(
                Kind.UNAUTHENTICATED, "bad-service-credential", "this is for the services of the application");
    }
}
