package workouts.users.domain.credit;

import java.util.Optional;
import workouts.users.domain.person.PersonId;

/// Keeps everybody's credits. Nobody can spend more than they have, whatever happens at the same time.
///
/// Every step has a name for ever, its booking or its request, and happens once: a repeat is answered as the first
/// time. When no answer comes, a [LedgerFailure] says whether the step may have happened; to ask again is always
/// safe.
public interface CreditLedger {
    /// Grants credits or takes them.
    ///
    /// Refused: [Refusal#REQUEST_ID_REUSED], [Refusal#NOT_ENOUGH_CREDITS].
    CreditOutcome change(BalanceChange change);

    /// Sets credits aside, so that they can be spent on nothing else. Once for each booking.
    ///
    /// Refused: [Refusal#REQUEST_ID_REUSED] when the booking has a hold of another person or size,
    /// [Refusal#HOLD_ENDED] when the booking was released before anything was held, [Refusal#NOT_ENOUGH_CREDITS].
    CreditOutcome hold(CreditHold hold);

    /// Spends what is held for a booking. To ask before anything is held is refused for ever, like every first
    /// answer.
    ///
    /// Refused: [Refusal#NO_SUCH_HOLD], [Refusal#HOLD_ENDED] when it was released.
    CreditOutcome capture(BookingId booking);

    /// Gives back what is held for a booking and sees to it that nothing will be held for it from now on, not even
    /// by a hold that was asked for before and comes late. Done, too, when nothing was held.
    ///
    /// Refused: [Refusal#HOLD_ENDED] when it was captured.
    CreditOutcome release(BookingId booking);

    /// Gives credits back for a booking: both parts or none. Once for each request.
    ///
    /// Refused: [Refusal#REQUEST_ID_REUSED].
    CreditOutcome giveBack(CreditReturn credits);

    /// What a person can spend now: what is there less what is held. Somebody never heard of has 0.
    long balance(PersonId person);

    /// What has happened to a person's balance, the newest change first. The amounts of a whole statement add up
    /// to the balance. A page may have fewer changes than asked for and yet have a next one.
    ///
    /// @param after where the page before ended
    /// @param limit changes of a page, at most [Statement#CHANGES_MAX]
    Statement statement(PersonId person, Optional<Statement.Place> after, int limit);
}
