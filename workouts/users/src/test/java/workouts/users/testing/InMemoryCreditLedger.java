package workouts.users.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditChange;
import workouts.users.domain.credit.CreditChange.Kind;
import workouts.users.domain.credit.CreditHold;
import workouts.users.domain.credit.CreditLedger;
import workouts.users.domain.credit.CreditOutcome;
import workouts.users.domain.credit.CreditReturn;
import workouts.users.domain.credit.Refusal;
import workouts.users.domain.credit.Statement;
import workouts.users.domain.person.PersonId;

/// Credits in memory. Time passes by a second with every change. Thread-safe.
public final class InMemoryCreditLedger implements CreditLedger {
    private static final Instant START = Instant.parse("2030-01-07T10:00:00Z");

    /// What was asked for under a name, and what was answered.
    private record Answered(Object asked, CreditOutcome outcome) {}

    /// What is or was held, or that nothing can be.
    private sealed interface Held {
        record For(CreditHold hold) implements Held {}

        record Ended(boolean captured) implements Held {}

        record Never() implements Held {}
    }

    private final Map<Object, Answered> answers = new HashMap<>();
    private final Map<BookingId, Held> holds = new HashMap<>();
    private final Map<PersonId, List<CreditChange>> changes = new HashMap<>();
    private int made;

    /// Names of steps of a booking; a request id is a name of its own.
    private record Name(String step, BookingId booking) {}

    @Override
    public synchronized CreditOutcome change(BalanceChange change) {
        return once(change.request(), change, CreditOutcome.refused(Refusal.REQUEST_ID_REUSED), () -> changed(change));
    }

    private CreditOutcome changed(BalanceChange change) {
        if (balance(change.person()) + change.amount() < 0) {
            return CreditOutcome.refused(Refusal.NOT_ENOUGH_CREDITS);
        }
        add(
                change.person(),
                change.isGrant() ? Kind.GRANTED : Kind.TAKEN,
                change.amount(),
                change.reason(),
                Optional.empty());
        return CreditOutcome.DONE;
    }

    @Override
    public synchronized CreditOutcome hold(CreditHold hold) {
        var name = new Name("hold", hold.booking());
        var barred = Optional.ofNullable(answers.get(name)).filter(answer -> answer.asked() instanceof Held.Never);
        return once(
                name,
                hold,
                CreditOutcome.refused(barred.isPresent() ? Refusal.HOLD_ENDED : Refusal.REQUEST_ID_REUSED),
                () -> held(hold));
    }

    private CreditOutcome held(CreditHold hold) {
        if (balance(hold.person()) < hold.amount()) {
            holds.put(hold.booking(), new Held.Never());
            return CreditOutcome.refused(Refusal.NOT_ENOUGH_CREDITS);
        }
        holds.put(hold.booking(), new Held.For(hold));
        add(hold.person(), Kind.BOOKED, -hold.amount(), Kind.BOOKED.reason(), Optional.of(hold.booking()));
        return CreditOutcome.DONE;
    }

    @Override
    public synchronized CreditOutcome capture(BookingId booking) {
        var name = new Name("capture", booking);
        return once(name, name, CreditOutcome.DONE, () -> switch (holds.getOrDefault(booking, new Held.Never())) {
            case Held.For _ -> {
                holds.put(booking, new Held.Ended(true));
                yield CreditOutcome.DONE;
            }
            case Held.Ended _ -> CreditOutcome.refused(Refusal.HOLD_ENDED);
            case Held.Never _ -> CreditOutcome.refused(Refusal.NO_SUCH_HOLD);
        });
    }

    @Override
    public synchronized CreditOutcome release(BookingId booking) {
        answers.computeIfAbsent(new Name("hold", booking), _ -> new Answered(new Held.Never(), CreditOutcome.DONE));
        var name = new Name("release", booking);
        return once(name, name, CreditOutcome.DONE, () -> switch (holds.getOrDefault(booking, new Held.Never())) {
            case Held.For(CreditHold hold) -> {
                holds.put(booking, new Held.Ended(false));
                add(hold.person(), Kind.RELEASED, hold.amount(), Kind.RELEASED.reason(), Optional.of(booking));
                yield CreditOutcome.DONE;
            }
            case Held.Ended(boolean captured) ->
                captured ? CreditOutcome.refused(Refusal.HOLD_ENDED) : CreditOutcome.DONE;
            case Held.Never _ -> CreditOutcome.DONE;
        });
    }

    @Override
    public synchronized CreditOutcome giveBack(CreditReturn credits) {
        return once(credits.request(), credits, CreditOutcome.refused(Refusal.REQUEST_ID_REUSED), () -> {
            var booking = Optional.of(credits.booking());
            if (credits.refund() > 0) {
                add(credits.person(), Kind.REFUNDED, credits.refund(), Kind.REFUNDED.reason(), booking);
            }
            if (credits.fine() > 0) {
                add(credits.person(), Kind.FINED, credits.fine(), Kind.FINED.reason(), booking);
            }
            return CreditOutcome.DONE;
        });
    }

    @Override
    public synchronized long balance(PersonId person) {
        var past = changes.getOrDefault(person, List.of());
        return past.isEmpty() ? 0 : past.getLast().balance();
    }

    /// A place is the number of changes up to it.
    @Override
    public synchronized Statement statement(PersonId person, Optional<Statement.Place> after, int limit) {
        var past = changes.getOrDefault(person, List.of());
        int end = after.map(place -> (int) place.position() - 1).orElse(past.size());
        int begin = Math.max(0, end - limit);
        return new Statement(
                past.subList(begin, end).reversed(),
                begin > 0 ? Optional.of(new Statement.Place(begin + 1, 0)) : Optional.empty());
    }

    private CreditOutcome once(Object name, Object asked, CreditOutcome other, Supplier<CreditOutcome> step) {
        var before = answers.get(name);
        if (before == null) {
            var outcome = step.get();
            answers.put(name, new Answered(asked, outcome));
            return outcome;
        }
        return before.asked().equals(asked) ? before.outcome() : other;
    }

    private void add(PersonId person, Kind kind, long amount, String reason, Optional<BookingId> booking) {
        var change =
                new CreditChange(START.plusSeconds(made++), kind, amount, balance(person) + amount, reason, booking);
        changes.computeIfAbsent(person, _ -> new ArrayList<>()).add(change);
    }
}
