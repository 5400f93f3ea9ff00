package workouts.trainings.adapters;

import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import workouts.chassis.grpc.Answer;
import workouts.trainings.app.saga.OutcomeUnknown;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.training.Refusal;

/// What a neighbour said over gRPC, in the words of sagas.
final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    private Answers() {}

    static Saga.Answer of(Supplier<?> call) {
        return switch (Answer.of(call)) {
            case Answer.Given<?> given -> new Saga.Answer.Done();
            case Answer.Refused<?>(var problem) -> new Saga.Answer.Refused(refusal(problem.slug()));
            case Answer.Unknown<?>(var status) ->
                throw new OutcomeUnknown(status.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private static Refusal refusal(String slug) {
        return Refusal.of(slug).orElseGet(() -> {
            LOG.warn("a neighbour refuses for a reason that is not known here: {}", slug);
            return Refusal.REFUSED;
        });
    }
}
