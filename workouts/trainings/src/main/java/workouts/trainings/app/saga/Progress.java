package workouts.trainings.app.saga;

import workouts.trainings.domain.training.Refusal;

/// What applying an answer has led to.
public sealed interface Progress {
    /// The next call is owed, and leased to who applied the answer.
    record Next(Owed owed) implements Progress {}

    /// The saga has ended.
    record Ended() implements Progress {}

    /// The answer makes no sense at this step; the call stays owed.
    record Blocked(Refusal refusal) implements Progress {}

    /// Somebody else has applied the answer before.
    record Overtaken() implements Progress {}
}
