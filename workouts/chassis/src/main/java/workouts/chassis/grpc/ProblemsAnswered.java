package workouts.chassis.grpc;

import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import workouts.chassis.problems.Failures;

/// Closes a call with the status and the slug of what was thrown. Nobody ever sees the text of an unexpected failure.
final class ProblemsAnswered implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var once = new ClosedOnce<>(call);
        try {
            return new Guarded<>(next.startCall(once, headers), once);
        } catch (RuntimeException e) {
            once.closeWith(e);
            return new ServerCall.Listener<>() {};
        }
    }

    /// What is thrown after the answer has nobody to go to.
    private static final class ClosedOnce<Q, R> extends ForwardingServerCall.SimpleForwardingServerCall<Q, R> {
        private boolean closed;

        private ClosedOnce(ServerCall<Q, R> call) {
            super(call);
        }

        @Override
        public void close(Status status, Metadata trailers) {
            if (!closed) {
                closed = true;
                super.close(status, trailers);
            }
        }

        private void closeWith(RuntimeException thrown) {
            var problem = Failures.problem(thrown);
            close(Headers.status(problem), Headers.trailers(problem));
        }
    }

    private static final class Guarded<Q, R>
            extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {
        private final ClosedOnce<Q, R> call;

        private Guarded(ServerCall.Listener<Q> listener, ClosedOnce<Q, R> call) {
            super(listener);
            this.call = call;
        }

        /// The request is complete: unary methods run here.
        @Override
        public void onHalfClose() {
            try {
                super.onHalfClose();
            } catch (RuntimeException e) {
                call.closeWith(e);
            }
        }
    }
}
