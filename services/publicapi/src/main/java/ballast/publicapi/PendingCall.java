package ballast.publicapi;

import ballast.guard.ServiceFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One call of the public interface, from its start until its answer or its deadline, whichever is first.
///
/// It keeps its place in the admission until the answer, deadline or not: what is still at work behind counts.
abstract class PendingCall<R> extends Deadline {
    private static final System.Logger LOG = System.getLogger(PendingCall.class.getName());

    private final Loop loop;
    private final Admission inFlight;
    private @Nullable R answer;
    private @Nullable Throwable failure;
    private boolean over;

    PendingCall(Loop loop, Admission inFlight) {
        this.loop = loop;
        this.inFlight = inFlight;
    }

    /// The answer came in time. On the event loop.
    abstract void answered(R response);

    /// There is no answer, or not in time. On the event loop.
    abstract void failed(Throwable why);

    /// Calls, and waits for the answer from whatever thread it comes. The caller has entered the admission.
    final void start(Supplier<CompletionStage<R>> call) {
        loop.answers.start(this, loop.nowNanos());
        CompletionStage<R> stage;
        try {
            stage = call.get();
        } catch (RuntimeException e) {
            stage = CompletableFuture.failedFuture(e);
        }
        var _ = stage.whenComplete((response, problem) -> {
            answer = response;
            failure = problem;
            loop.deliver(this::arrived);
        });
    }

    @Override
    final void passed() {
        over = true;
        failed(new ServiceFailure(ServiceFailure.Kind.OUTCOME_UNKNOWN, "no answer in time"));
    }

    private void arrived() {
        inFlight.leave();
        if (over) {
            return;
        }
        over = true;
        Deadlines.stop(this);
        if (answer == null) {
            fail(failure == null ? new IllegalStateException("public interface: an empty answer") : unwrapped(failure));
            return;
        }
        try {
            answered(answer);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(Throwable why) {
        if (Statuses.of(why).equals(Statuses.INTERNAL)) {
            LOG.log(System.Logger.Level.ERROR, "a call failed for a reason that nobody foresaw", why);
        }
        failed(why);
    }

    private static Throwable unwrapped(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
