package workouts.users.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditChange;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.RequestId;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonId;

/// Somebody whom nobody else knows, and their credits.
public record Sample(CreditLedger ledger, PersonId person) {
    public static Sample in(CreditLedger ledger) {
        return new Sample(ledger, new PersonId(UUID.randomUUID()));
    }

    /// Somebody who was granted so many.
    public static Sample with(long credits, CreditLedger ledger) {
        var sample = in(ledger);
        sample.change(credits);
        return sample;
    }

    public static BookingId booking() {
        return new BookingId(UUID.randomUUID());
    }

    public static RequestId request() {
        return new RequestId(UUID.randomUUID());
    }

    public CreditOutcome change(long amount) {
        return change(amount, request());
    }

    public CreditOutcome change(long amount, RequestId request) {
        return ledger.change(new BalanceChange(person, amount, request, "as a test"));
    }

    public CreditOutcome hold(BookingId booking, long amount) {
        return ledger.hold(new CreditHold(person, booking, amount));
    }

    /// Holds one and captures it.
    public BookingId paid() {
        var booking = booking();
        hold(booking, 1);
        ledger.capture(booking);
        return booking;
    }

    public CreditOutcome giveBack(BookingId booking, RequestId request, long refund, long fine) {
        return ledger.giveBack(new CreditReturn(person, booking, request, refund, fine));
    }

    public long balance() {
        return ledger.balance(person);
    }

    /// All of the statement, the newest change first.
    public List<CreditChange> statement() {
        return statement(Statement.CHANGES_MAX);
    }

    /// All of the statement, in pages of this size.
    public List<CreditChange> statement(int limit) {
        var changes = new ArrayList<CreditChange>();
        Optional<Statement.Place> after = Optional.empty();
        do {
            var page = ledger.statement(person, after, limit);
            changes.addAll(page.changes());
            after = page.next();
        } while (after.isPresent());
        return changes;
    }

    /// As in `BOOKED -1 → 4`, the newest first.
    public List<String> told() {
        return statement().stream()
                .map(change -> "%s %+d → %d".formatted(change.kind(), change.amount(), change.balance()))
                .toList();
    }
}
