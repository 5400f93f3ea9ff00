package workouts.trainings.domain.saga;

import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.TrainingId;

/// A change of one training over several services, at the step where it stands.
public sealed interface Saga permits Book, Cancel, Move {
    ChangeId id();

    TrainingId training();

    /// The name of the step, unique in its kind; what is recorded and what fail points are called after.
    String stepName();

    /// The call that is owed now. Repeating it does no harm: all ids in it stay the same.
    Call call();

    /// What follows from the neighbour's answer to [#call].
    Transition next(Answer answer);

    /// What a neighbour said. There is no case for "nothing": then the call is made again.
    sealed interface Answer {
        /// It is done, now or by an earlier call.
        record Done() implements Answer {}

        /// It is not done and never will be under this id.
        record Refused(Refusal refusal) implements Answer {}
    }
}
