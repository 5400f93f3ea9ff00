package workouts.users.testing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditChange;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonId;

/// Credits in memory with one thing wrong each.
class FlawedLedger implements CreditLedger {
    final CreditLedger good = new InMemoryCreditLedger();

    @Override
    public CreditOutcome change(BalanceChange change) {
        return good.change(change);
    }

    @Override
    public CreditOutcome hold(CreditHold hold) {
        return good.hold(hold);
    }

    @Override
    public CreditOutcome capture(BookingId booking) {
        return good.capture(booking);
    }

    @Override
    public CreditOutcome release(BookingId booking) {
        return good.release(booking);
    }

    @Override
    public CreditOutcome giveBack(CreditReturn credits) {
        return good.giveBack(credits);
    }

    @Override
    public long balance(PersonId person) {
        return good.balance(person);
    }

    @Override
    public Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
        return good.statement(person, after, limit);
    }

    /// As the reference does: there is no request id, so what is repeated happens again.
    static final class ChangesAgain extends FlawedLedger {
        @Override
        public CreditOutcome change(BalanceChange change) {
            return good.change(new BalanceChange(change.person(), change.amount(), Sample.request(), change.reason()));
        }
    }

    static final class GivesBackAgain extends FlawedLedger {
        @Override
        public CreditOutcome giveBack(CreditReturn credits) {
            return good.giveBack(new CreditReturn(
                    credits.person(), credits.booking(), Sample.request(), credits.refund(), credits.fine()));
        }
    }

    /// Lends to whoever has too little.
    static final class LendsToAnybody extends FlawedLedger {
        @Override
        public CreditOutcome hold(CreditHold hold) {
            if (good.balance(hold.person()) < hold.amount()) {
                good.change(new BalanceChange(hold.person(), hold.amount(), Sample.request(), "a flaw"));
            }
            return good.hold(hold);
        }
    }

    /// A release of nothing leaves no trace, so that a late hold holds.
    static final class ForgetsReleasesOfNothing extends FlawedLedger {
        private final Set<BookingId> held = ConcurrentHashMap.newKeySet();

        @Override
        public CreditOutcome hold(CreditHold hold) {
            held.add(hold.booking());
            return good.hold(hold);
        }

        @Override
        public CreditOutcome release(BookingId booking) {
            return held.contains(booking) ? good.release(booking) : CreditOutcome.DONE;
        }
    }

    /// Names a hold after its person, too, so that a booking can hold for two.
    static final class HoldsForAnybody extends FlawedLedger {
        @Override
        public CreditOutcome hold(CreditHold hold) {
            var name = new UUID(
                    hold.booking().value().getMostSignificantBits(),
                    hold.person().value().getLeastSignificantBits());
            return good.hold(new CreditHold(hold.person(), new BookingId(name), hold.amount()));
        }

        @Override
        public CreditOutcome capture(BookingId booking) {
            return CreditOutcome.DONE;
        }
    }

    /// Shows what there was when the page was asked for, by its number.
    static final class CountsPagesFromTheNewest extends FlawedLedger {
        @Override
        public Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
            int skipped = after.map(place -> (int) place.position()).orElse(0);
            var all = good.statement(person, Optional.empty(), Statement.CHANGES_MAX)
                    .changes();
            var page = all.stream().skip(skipped).limit(limit).toList();
            return new Statement(
                    page,
                    skipped + limit < all.size()
                            ? Optional.of(new Statement.Place(skipped + limit, 0))
                            : Optional.empty());
        }
    }

    /// The balance beside a change is what there is now.
    static final class ShowsTodaysBalance extends FlawedLedger {
        @Override
        public Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
            var page = good.statement(person, after, limit);
            var changes = page.changes().stream()
                    .map(change -> new CreditChange(
                            change.time(),
                            change.kind(),
                            change.amount(),
                            good.balance(person),
                            change.reason(),
                            change.booking()))
                    .toList();
            return new Statement(changes, page.next());
        }
    }
}
