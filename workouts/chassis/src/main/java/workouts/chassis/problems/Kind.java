package workouts.chassis.problems;

import io.grpc.Status;
import org.springframework.http.HttpStatus;

/// What sort of thing stands against a request. This is the one table of how each is answered over HTTP and gRPC.
public enum Kind {
    /// It cannot be read.
    MALFORMED(HttpStatus.BAD_REQUEST, Status.Code.INVALID_ARGUMENT),
    /// Nobody knows who is asking.
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, Status.Code.UNAUTHENTICATED),
    /// The caller may not do such things.
    FORBIDDEN(HttpStatus.FORBIDDEN, Status.Code.PERMISSION_DENIED),
    /// There is none, or none that the caller may know of.
    NOT_FOUND(HttpStatus.NOT_FOUND, Status.Code.NOT_FOUND),
    /// Things are not so that it could be done now.
    CONFLICT(HttpStatus.CONFLICT, Status.Code.FAILED_PRECONDITION),
    /// Things are not as the caller has seen them.
    OUTDATED(HttpStatus.PRECONDITION_FAILED, Status.Code.ABORTED),
    /// A rule stands against it, whatever the state of things.
    RULE(HttpStatus.UNPROCESSABLE_CONTENT, Status.Code.INVALID_ARGUMENT),
    /// It may have been begun, and goes on by itself if it was.
    UNFINISHED(HttpStatus.SERVICE_UNAVAILABLE, Status.Code.UNAVAILABLE),
    /// Something that is needed cannot be reached.
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, Status.Code.UNAVAILABLE),
    /// A fault of ours.
    FAULT(HttpStatus.INTERNAL_SERVER_ERROR, Status.Code.INTERNAL);

    private final HttpStatus http;
    private final Status.Code grpc;

    Kind(HttpStatus http, Status.Code grpc) {
        this.http = http;
        this.grpc = grpc;
    }

    public HttpStatus http() {
        return http;
    }

    public Status.Code grpc() {
        return grpc;
    }

    /// Whether it is an answer: nothing was done, and the same request would be refused again as long as nothing
    /// changes.
    public boolean isRefusal() {
        return http.is4xxClientError();
    }
}
