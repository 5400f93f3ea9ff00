package workouts.chassis.grpc;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import workouts.chassis.problems.Problem;

/// Takes no call that would wait for ever.
final class DeadlineCheck implements ServerInterceptor {
    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        if (Context.current().getDeadline() == null) {
            throw Problem.malformed("a call needs a deadline");
        }
        return next.startCall(call, headers);
    }
}
