package workouts.trainings.app.saga;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Transition;
import workouts.trainings.domain.training.ChangeId;

/// Sagas and the outbox of the calls that they owe: one call for each saga that has not ended, none for one that has.
///
/// Each method is one transaction, or joins the one that its caller is in. A lease keeps others off a call until its
/// time; it is a courtesy and not a lock, for calls may be repeated.
public interface SagaStore {
    /// Keeps a new saga and owes its first call: to [#lease] from now on, to [#leaseDue] after `headStart`, so that who
    /// began it comes first. False, and nothing happens, when a saga of this id is kept already.
    boolean begin(Saga saga, Instant now, Instant headStart);

    /// The saga at the step where it stands, or where it ended.
    Optional<Saga> find(ChangeId id);

    Optional<Standing> standing(ChangeId id);

    /// The call that this saga owes, unless it is leased to somebody else or has to wait after a failure.
    Optional<Owed> lease(ChangeId id, Instant now, Instant until);

    /// Calls that are due and not leased, the longest due first, at most so many.
    List<Owed> leaseDue(int callsMax, Instant now, Instant until);

    /// Gives a lease back: the call is due again later. Nothing happens when the lease has passed to somebody else.
    void postpone(Owed owed, Instant dueAt, String reason);

    /// Applies an answer: `next` is asked what follows at the step that was called, its writes to stores of the same
    /// database are part of the transaction, and the next call is leased to the caller until `until`.
    Progress settle(Owed owed, Function<Saga, Transition> next, Instant now, Instant until);

    /// How many calls are owed, for a gauge.
    long owed();
}
