package workouts.users.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static workouts.users.testing.Sample.booking;
import static workouts.users.testing.Sample.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import workouts.users.domain.credit.BalanceChange;
import workouts.users.domain.credit.BookingId;
import workouts.users.domain.credit.CreditChange;
import workouts.users.domain.credit.CreditLedger;

/// What every [CreditLedger] tells about the past, numbered.
public abstract class CreditStatementContractTest {
    private static final int STEPS = 120;

    protected abstract CreditLedger ledger();

    @Test
    void r01AChangeSaysWhyAndWhatItWasAbout() {
        var somebody = Sample.in(ledger());
        ledger().change(new BalanceChange(somebody.person(), 3, request(), "ten for nine 🐗"));
        var booking = somebody.paid();
        var changes = somebody.statement();
        assertThat(changes).extracting(CreditChange::reason).containsExactly("training booked", "ten for nine 🐗");
        assertThat(changes)
                .extracting(CreditChange::booking)
                .containsExactly(Optional.of(booking), Optional.<BookingId>empty());
    }

    @Test
    void r02TheAmountsAddUpToTheBalanceWhateverHappens() {
        var seed = Long.getLong("ballast.seed", System.nanoTime());
        var somebody = walked(Sample.in(ledger()), new Random(seed));
        var changes = somebody.statement().reversed();
        long balance = 0;
        for (var change : changes) {
            balance += change.amount();
            assertThat(change.balance())
                    .as("-Dballast.seed=%d", seed)
                    .isEqualTo(balance)
                    .isNotNegative();
        }
        assertThat(somebody.balance()).as("-Dballast.seed=%d", seed).isEqualTo(balance);
        assertThat(changes).isSortedAccordingTo((one, other) -> one.time().compareTo(other.time()));
    }

    @Test
    void r03PagesOfAnySizeJoinWithoutGapAndWithoutRepetition() {
        var somebody = walked(Sample.in(ledger()), new Random(7));
        var whole = somebody.statement();
        assertThat(whole).hasSizeGreaterThan(20);
        for (int limit : new int[] {1, 2, 3, 7, 50, whole.size() - 1, whole.size()}) {
            assertThat(somebody.statement(limit)).isEqualTo(whole);
        }
    }

    @Test
    void r04APageHasNoMoreChangesThanAskedFor() {
        var somebody = walked(Sample.in(ledger()), new Random(8));
        var page = ledger().statement(somebody.person(), Optional.empty(), 5);
        assertThat(page.changes()).hasSizeBetween(1, 5);
        assertThat(page.next()).isPresent();
    }

    @Test
    void r05WhatHappensMeanwhileDoesNotMoveThePages() {
        var somebody = Sample.with(5, ledger());
        somebody.change(-1);
        somebody.change(-1);
        var first = ledger().statement(somebody.person(), Optional.empty(), 1);
        somebody.change(-2);
        var rest = ledger().statement(somebody.person(), first.next(), 10);
        assertThat(List.of(first, rest))
                .flatExtracting(page -> page.changes())
                .extracting(CreditChange::balance)
                .containsExactly(3L, 4L, 5L);
        assertThat(rest.next()).isEmpty();
    }

    /// Somebody with a past of all sorts of steps, some of them refused.
    private static Sample walked(Sample somebody, Random random) {
        var held = new ArrayList<BookingId>();
        var paid = new ArrayList<BookingId>();
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(6)) {
                case 0 -> somebody.change(1 + random.nextInt(5));
                case 1 -> somebody.change(-1 - random.nextInt(3));
                case 2 -> {
                    var booking = booking();
                    somebody.hold(booking, 1 + random.nextInt(3));
                    held.add(booking);
                }
                case 3 -> taken(held, random).ifPresent(somebody.ledger()::release);
                case 4 ->
                    taken(held, random).ifPresent(booking -> {
                        somebody.ledger().capture(booking);
                        paid.add(booking);
                    });
                default ->
                    taken(paid, random)
                            .ifPresent(booking -> somebody.giveBack(booking, request(), 1, random.nextInt(2)));
            }
        }
        return somebody;
    }

    private static Optional<BookingId> taken(List<BookingId> from, Random random) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.remove(random.nextInt(from.size())));
    }
}
