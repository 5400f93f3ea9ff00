package workouts.trainings.spec;

import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.testing.GymCredits;
import workouts.trainings.testing.GymHours;

/// The trainer and the users service as doubles, both behind one gRPC server on a free port. A method can be told to be
/// away, to lose its answer after the work is done, or to refuse with a slug. Thread-safe.
final class DoubledNeighbours {
    static final String CREDENTIAL = "a-credential-that-only-these-tests-know";
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> SLUG = Metadata.Key.of("slug", Metadata.ASCII_STRING_MARSHALLER);

    /// What a method does instead of what it should.
    enum Manner {
        AWAY,
        LOSES_THE_ANSWER,
        FAILS
    }

    final GymHours hours = new GymHours();
    final GymCredits credits = new GymCredits();
    private final Map<String, Manner> manners = new ConcurrentHashMap<>();
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final Server server;

    DoubledNeighbours() {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .addService(new DoubledTrainer(this))
                    .addService(new DoubledUsers(this))
                    .intercept(new Strict())
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String target() {
        return "127.0.0.1:" + server.getPort();
    }

    void stop() {
        server.shutdownNow();
    }

    /// From now on, until [#behave].
    void misbehave(String method, Manner manner) {
        manners.put(method, manner);
    }

    void refuse(String method, String slug) {
        refusals.put(method, slug);
    }

    void behave() {
        manners.clear();
        refusals.clear();
    }

    /// Serves one call.
    <R> void serve(String method, Supplier<Answer> work, R reply, StreamObserver<R> observer) {
        var manner = manners.get(method);
        if (manner == Manner.AWAY) {
            observer.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (manner == Manner.FAILS) {
            observer.onError(Status.INTERNAL.asRuntimeException());
        } else if (refusals.containsKey(method)) {
            observer.onError(refused(String.valueOf(refusals.get(method))));
        } else {
            answer(work.get(), manner, reply, observer);
        }
    }

    private static <R> void answer(Answer answer, @Nullable Manner manner, R reply, StreamObserver<R> observer) {
        if (manner == Manner.LOSES_THE_ANSWER) {
            observer.onError(Status.DEADLINE_EXCEEDED.asRuntimeException());
        } else if (answer instanceof Answer.Refused(Refusal refusal)) {
            observer.onError(refused(refusal.slug()));
        } else {
            observer.onNext(reply);
            observer.onCompleted();
        }
    }

    private static RuntimeException refused(String slug) {
        var trailers = new Metadata();
        trailers.put(SLUG, slug);
        boolean rule = slug.equals("too-distant") || slug.equals("outside-working-hours");
        return (rule ? Status.INVALID_ARGUMENT : Status.FAILED_PRECONDITION).asRuntimeException(trailers);
    }

    /// No call without the credential, none without a deadline.
    private static final class Strict implements ServerInterceptor {
        @Override
        public <Q, R> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
            boolean trusted = ("Bearer " + CREDENTIAL).equals(headers.get(AUTHORIZATION));
            if (!trusted || Context.current().getDeadline() == null) {
                call.close(Status.UNAUTHENTICATED, new Metadata());
                return new ServerCall.Listener<>() {};
            }
            return next.startCall(call, headers);
        }
    }
}
