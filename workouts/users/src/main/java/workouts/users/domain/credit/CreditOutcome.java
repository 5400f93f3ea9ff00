package workouts.users.domain.credit;

/// What became of a step: decided once, the same for every repeat.
public sealed interface CreditOutcome {
    Done DONE = new Done();

    /// It has happened.
    record Done() implements CreditOutcome {}

    /// It has changed nothing.
    record Refused(Refusal reason) implements CreditOutcome {}

    static CreditOutcome refused(Refusal reason) {
        return new Refused(reason);
    }
}
