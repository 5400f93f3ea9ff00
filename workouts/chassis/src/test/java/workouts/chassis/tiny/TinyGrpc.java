package workouts.chassis.tiny;

import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import io.micrometer.tracing.Tracer;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import workouts.chassis.problems.Kind;
import workouts.chassis.problems.Problem;
import workouts.contracts.users.GetTrainingBalanceRequest;
import workouts.contracts.users.GetTrainingBalanceResponse;
import workouts.contracts.users.UsersServiceGrpc;

/// Answers as the user's id asks for. Thread-safe.
public final class TinyGrpc extends UsersServiceGrpc.UsersServiceImplBase {
    static final String NAME = UsersServiceGrpc.SERVICE_NAME;

    private final Tracer tracer;
    private final Gate gate;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger outagesLeft = new AtomicInteger();
    private volatile String trace = "";

    TinyGrpc(Tracer tracer, Gate gate) {
        this.tracer = tracer;
        this.gate = gate;
    }

    /// How often it was called since it was last asked.
    public int callsSince() {
        return calls.getAndSet(0);
    }

    public void beUnavailable(int times) {
        outagesLeft.set(times);
    }

    /// Of the last call.
    public String trace() {
        return trace;
    }

    @Override
    public void getTrainingBalance(
            GetTrainingBalanceRequest request, StreamObserver<GetTrainingBalanceResponse> observer) {
        calls.incrementAndGet();
        trace = Objects.requireNonNull(tracer.currentSpan()).context().traceId();
        if (outagesLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw Problem.unavailable();
        }
        act(request.getUserId());
        observer.onNext(GetTrainingBalanceResponse.newBuilder().setAmount(7).build());
        observer.onCompleted();
    }

    private void act(String id) {
        switch (id) {
            case "never" -> waitForTheEnd();
            case "gate" -> gate.pass();
            case "bug" -> throw new IllegalStateException("the name of the caller is Ada");
            case "" -> {}
            default ->
                throw new Problem(
                        Kind.valueOf(id),
                        "as-" + id.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        "told");
        }
    }

    private static void waitForTheEnd() {
        var ended = new CountDownLatch(1);
        Context.current().addListener(_ -> ended.countDown(), Runnable::run);
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
