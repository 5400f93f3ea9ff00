package workouts.trainings.domain.saga;

import workouts.trainings.domain.training.Refusal;

/// What follows from an answer: first the effect on the training, then how the saga goes on.
public record Transition(Effect effect, Then then) {
    /// How it goes on.
    public sealed interface Then {
        /// Another call is owed.
        record Continue(Saga saga) implements Then {}

        /// All is done.
        record Done() implements Then {}

        /// Nothing was done, and nothing is left behind.
        record Refused(Refusal refusal) implements Then {}

        /// A neighbour refused what it may not refuse. The same call stays owed and somebody has to look.
        record Blocked(Refusal refusal) implements Then {}
    }

    static Transition toward(Saga saga) {
        return new Transition(new Effect.None(), new Then.Continue(saga));
    }

    static Transition toward(Effect effect, Saga saga) {
        return new Transition(effect, new Then.Continue(saga));
    }

    static Transition done() {
        return new Transition(new Effect.Settled(), new Then.Done());
    }

    static Transition blocked(Refusal refusal) {
        return new Transition(new Effect.None(), new Then.Blocked(refusal));
    }
}
