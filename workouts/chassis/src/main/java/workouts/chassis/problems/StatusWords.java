package workouts.chassis.problems;

import org.springframework.http.HttpStatus;

/// What is said when the only thing known is a status: requests that never reach a controller.
public final class StatusWords {
    private StatusWords() {}

    public static ProblemBody body(HttpStatus status) {
        // statuses are an open list, so this has a default
        return switch (status) {
            case UNAUTHORIZED -> new ProblemBody("unable-to-verify-jwt", "the bearer token cannot be verified");
            case FORBIDDEN -> new ProblemBody("forbidden", "this is not allowed");
            case NOT_FOUND -> new ProblemBody("not-found", "there is nothing at this path");
            case METHOD_NOT_ALLOWED -> new ProblemBody("method-not-allowed", "the path does not have this method");
            case CONTENT_TOO_LARGE ->
                new ProblemBody("request-too-large", "the body has more than " + BodyLimit.BYTES_MAX + " bytes");
            case UNSUPPORTED_MEDIA_TYPE ->
                new ProblemBody("unsupported-media-type", "the body must be application/json");
            case SERVICE_UNAVAILABLE -> Problem.unavailable().body();
            default ->
                status.is4xxClientError()
                        ? new ProblemBody("invalid-request", "the request cannot be read")
                        : Problem.fault().body();
        };
    }
}
