package workouts.chassis.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import workouts.chassis.database.Transactions;

/// Gives every call what it has to carry.
final class OutgoingCall implements ClientInterceptor {
    private final String authorization;
    private final Duration deadline;

    OutgoingCall(String credential, Duration deadline) {
        this.authorization = "Bearer " + credential;
        this.deadline = deadline;
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        Transactions.requireNone();
        var bounded = options.getDeadline() == null
                ? options.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                : options;
        return new ForwardingClientCall.SimpleForwardingClientCall<>(next.newCall(method, bounded)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                headers.put(Headers.AUTHORIZATION, authorization);
                super.start(listener, headers);
            }
        };
    }
}
