package workouts.chassis.handlers;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workouts.chassis.problems.Problem;

/// Wraps handlers so that each call is timed and counted, part of the trace, and logged: the names of the command
/// and of the refusal, never what is in it.
///
/// The meter is `workouts.command` or `workouts.query`, with the tags `handler` (the simple name of the command),
/// `outcome` (`done`, `refused` or `failed`) and `slug` (`none` unless refused). A failure is not logged here but
/// where it is answered.
///
/// Thread-safe.
public final class Decorators {
    private static final Logger LOG = LoggerFactory.getLogger(Decorators.class);
    private static final String NONE = "none";

    private final ObservationRegistry observations;

    public Decorators(ObservationRegistry observations) {
        this.observations = observations;
    }

    public <C extends Record, R> CommandHandler<C, R> command(CommandHandler<C, R> handler) {
        return command -> observed("workouts.command", nameOf(command), () -> handler.handle(command));
    }

    public <Q extends Record, R> QueryHandler<Q, R> query(QueryHandler<Q, R> handler) {
        return query -> observed("workouts.query", nameOf(query), () -> handler.handle(query));
    }

    private static String nameOf(Record message) {
        return message.getClass().getSimpleName();
    }

    private <R> R observed(String meter, String name, Supplier<R> work) {
        var observation = Observation.createNotStarted(meter, observations)
                .contextualName(name)
                .lowCardinalityKeyValue("handler", name);
        observation.start();
        try (var _ = observation.openScope()) {
            R result = work.get();
            ended(observation, name, refusalOf(result));
            return result;
        } catch (RuntimeException | Error problem) {
            if (problem instanceof Problem refusal && refusal.kind().isRefusal()) {
                ended(observation, name, refusal.slug());
            } else {
                tell(observation, "failed", NONE);
                observation.error(problem);
            }
            throw problem;
        } finally {
            observation.stop();
        }
    }

    private static String refusalOf(Object result) {
        return result instanceof Refusable outcome ? outcome.refusalSlug().orElse(NONE) : NONE;
    }

    private static void ended(Observation observation, String name, String slug) {
        if (slug.equals(NONE)) {
            LOG.debug("{} done", name);
        } else {
            LOG.info("{} refused: {}", name, slug);
        }
        tell(observation, slug.equals(NONE) ? "done" : "refused", slug);
    }

    private static void tell(Observation observation, String outcome, String slug) {
        observation.lowCardinalityKeyValue(KeyValue.of("outcome", outcome));
        observation.lowCardinalityKeyValue(KeyValue.of("slug", slug));
    }
}
