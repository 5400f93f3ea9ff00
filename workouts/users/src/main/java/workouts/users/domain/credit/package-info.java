/// Credits: what an attendee pays trainings with, and what can happen to them.
///
/// The ledger decides; this package says what it is asked, under which names, and what its answers mean here.
/// Start at [CreditLedger][workouts.users.domain.credit.CreditLedger]. Values are immutable.
@NullMarked
package workouts.users.domain.credit;

import org.jspecify.annotations.NullMarked;
