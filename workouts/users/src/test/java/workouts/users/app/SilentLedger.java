package workouts.users.app;

import java.util.Optional;
import java.util.function.Supplier;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.LedgerFailure;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonId;

/// A ledger that never answers: it fails every time in the same way.
record SilentLedger(Supplier<LedgerFailure> failure) implements CreditLedger {
    @Override
    public CreditOutcome change(BalanceChange change) {
        throw failure.get();
    }

    @Override
    public CreditOutcome hold(CreditHold hold) {
        throw failure.get();
    }

    @Override
    public CreditOutcome capture(BookingId booking) {
        throw failure.get();
    }

    @Override
    public CreditOutcome release(BookingId booking) {
        throw failure.get();
    }

    @Override
    public CreditOutcome giveBack(CreditReturn credits) {
        throw failure.get();
    }

    @Override
    public long balance(PersonId person) {
        throw failure.get();
    }

    @Override
    public Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
        throw failure.get();
    }
}
