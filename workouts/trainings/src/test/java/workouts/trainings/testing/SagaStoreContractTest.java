package workouts.trainings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workouts.trainings.app.saga.Owed;
import workouts.trainings.app.saga.Progress;
import workouts.trainings.app.saga.SagaStore;
import workouts.trainings.app.saga.Standing;
import workouts.trainings.domain.saga.Book;
import workouts.trainings.domain.saga.Cancel;
import workouts.trainings.domain.saga.Move;
import workouts.trainings.domain.saga.Saga;
import workouts.trainings.domain.saga.Saga.Answer;
import workouts.trainings.domain.training.ChangeId;
import workouts.trainings.domain.training.CreditReturn;
import workouts.trainings.domain.training.Notes;
import workouts.trainings.domain.training.Refusal;
import workouts.trainings.domain.training.Reservation;

/// What every [SagaStore] does, numbered. Each test has sagas of its own, but the calls that are due are
/// everybody's, so that one store is used by one test at a time.
public abstract class SagaStoreContractTest {
    private static final Instant NOW = Gym.START;
    private static final Instant LEASE_END = NOW.plusSeconds(10);
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Answer DONE = new Answer.Done();
    private static final Answer REFUSED = new Answer.Refused(Refusal.HOUR_NOT_AVAILABLE);

    protected abstract Stores stores();

    private SagaStore sagas() {
        return stores().sagas();
    }

    private static Book book() {
        return Book.of(Sample.at(NOW.plus(Duration.ofDays(2)))
                .changing(new ChangeId(UUID.randomUUID()))
                .training());
    }

    private static Cancel cancel(int refund, int fine) {
        var training = Sample.at(NOW.plus(Duration.ofDays(2))).training();
        var id = new ChangeId(UUID.randomUUID());
        return Cancel.of(id, training.id(), training.attendee().id(), training.hour(), new CreditReturn(refund, fine));
    }

    private static Move move(Optional<Notes> notes) {
        var training = Sample.at(NOW.plus(Duration.ofDays(2))).training();
        var id = new ChangeId(UUID.randomUUID());
        var target = new Reservation(id.value(), training.trainer(), NOW.plus(Duration.ofDays(3)));
        return Move.of(id, training.id(), training.hour(), target, notes);
    }

    private <S extends Saga> S begun(S saga) {
        assertThat(sagas().begin(saga, NOW, LEASE_END)).isTrue();
        return saga;
    }

    private Owed leased(Saga saga) {
        return sagas().lease(saga.id(), NOW, LEASE_END).orElseThrow();
    }

    private Progress settled(Owed owed, Answer answer) {
        return sagas().settle(owed, saga -> saga.next(answer), NOW, LEASE_END);
    }

    @Test
    void s01ASagaIsFoundAsItStandsAtEachStep() {
        for (Saga start :
                List.of(book(), cancel(1, 1), cancel(0, 0), move(Optional.empty()), move(Optional.of(Sample.NOTES)))) {
            for (Answer answer : List.of(DONE, REFUSED)) {
                var saga = again(start);
                begun(saga);
                assertThat(sagas().find(saga.id())).contains(saga);
                var owed = leased(saga);
                var given = answer;
                while (settled(owed, given) instanceof Progress.Next(Owed next)) {
                    assertThat(sagas().find(saga.id())).contains(next.saga());
                    owed = next;
                    given = DONE;
                }
            }
        }
    }

    /// The same kind of saga under another name, for each may begin once.
    private static Saga again(Saga saga) {
        return switch (saga) {
            case Book book -> book();
            case Cancel cancel ->
                cancel(cancel.credits().refund(), cancel.credits().fine());
            case Move move -> move(move.notes());
        };
    }

    @Test
    void s02ANameIsUsedOnce() {
        var saga = begun(book());
        assertThat(sagas().begin(saga, NOW, LEASE_END)).isFalse();
        end(saga);
        assertThat(sagas().begin(saga, NOW, LEASE_END)).isFalse();
        assertThat(sagas().standing(saga.id())).contains(new Standing.Done());
    }

    @Test
    void s03ATrainingHasOneSagaThatHasNotEnded() {
        var first = begun(cancel(1, 0));
        var second = Cancel.of(
                new ChangeId(UUID.randomUUID()), first.training(), first.attendee(), first.hour(), first.credits());
        assertThatThrownBy(() -> sagas().begin(second, NOW, LEASE_END)).isInstanceOf(RuntimeException.class);
        end(first);
        assertThat(sagas().begin(second, NOW, LEASE_END)).isTrue();
    }

    @Test
    void s04AnEndedSagaTellsHowAndOwesNothing() {
        var done = begun(cancel(0, 0));
        var refused = begun(move(Optional.empty()));
        assertThat(sagas().standing(done.id())).contains(new Standing.Underway());
        end(done);
        assertThat(sagas().standing(done.id())).contains(new Standing.Done());
        assertThat(settled(leased(refused), REFUSED)).isInstanceOfSatisfying(Progress.Next.class, next -> {
            assertThat(sagas().standing(refused.id())).contains(new Standing.Underway());
            assertThat(settled(next.owed(), DONE)).isEqualTo(new Progress.Ended());
        });
        assertThat(sagas().standing(refused.id())).contains(new Standing.Refused(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(sagas().lease(done.id(), LATER, LATER)).isEmpty();
        assertThat(sagas().lease(refused.id(), LATER, LATER)).isEmpty();
    }

    @Test
    void s05WhatNobodyBeganIsNotThere() {
        var id = new ChangeId(UUID.randomUUID());
        assertThat(sagas().find(id)).isEmpty();
        assertThat(sagas().standing(id)).isEmpty();
        assertThat(sagas().lease(id, NOW, LEASE_END)).isEmpty();
        assertThat(sagas().settle(new Owed(book(), 1), it -> it.next(DONE), NOW, LEASE_END))
                .isEqualTo(new Progress.Overtaken());
    }

    @Test
    void s06ALeaseKeepsOthersOffUntilItEnds() {
        var saga = begun(book());
        assertThat(leased(saga)).isEqualTo(new Owed(saga, 1));
        assertThat(sagas().lease(saga.id(), LEASE_END.minusNanos(1000), LATER)).isEmpty();
        assertThat(due(LEASE_END.minusNanos(1000), saga)).isEmpty();
        // Due was the end of the head start, which is the end of the lease here.
        assertThat(sagas().lease(saga.id(), LEASE_END, LATER)).contains(new Owed(saga, 2));
    }

    @Test
    void s07WhoBeganASagaHasAHeadStart() {
        var saga = begun(book());
        assertThat(due(LEASE_END.minusNanos(1000), saga)).isEmpty();
        assertThat(due(LEASE_END, saga)).containsExactly(new Owed(saga, 1));
    }

    @Test
    void s08APostponedCallWaits() {
        var saga = begun(book());
        sagas().postpone(leased(saga), LATER, "unavailable");
        assertThat(sagas().lease(saga.id(), LATER.minusNanos(1000), LATER)).isEmpty();
        assertThat(due(LATER.minusNanos(1000), saga)).isEmpty();
        assertThat(sagas().lease(saga.id(), LATER, LATER.plusSeconds(10))).contains(new Owed(saga, 2));
    }

    @Test
    void s09WhoseLeaseHasPassedOnCannotPostpone() {
        var saga = begun(book());
        var late = leased(saga);
        assertThat(sagas().lease(saga.id(), LEASE_END, LATER)).isPresent();
        sagas().postpone(late, NOW, "unavailable");
        assertThat(sagas().lease(saga.id(), LEASE_END, LATER)).isEmpty();
    }

    @Test
    void s10WhoAppliesAnAnswerHasTheLeaseOfTheNextCall() {
        var saga = begun(book());
        assertThat(settled(leased(saga), DONE)).isInstanceOfSatisfying(Progress.Next.class, next -> {
            assertThat(next.owed().attempt()).isEqualTo(1);
            assertThat(next.owed().saga().stepName()).isEqualTo("RESERVE_HOUR");
        });
        assertThat(sagas().lease(saga.id(), NOW, LATER)).isEmpty();
        assertThat(sagas().lease(saga.id(), LEASE_END, LATER)).isPresent();
    }

    @Test
    void s11AnAnswerIsAppliedOnce() {
        var saga = begun(book());
        var owed = leased(saga);
        assertThat(settled(owed, DONE)).isInstanceOf(Progress.Next.class);
        assertThat(settled(owed, DONE)).isEqualTo(new Progress.Overtaken());
        end(saga);
        assertThat(settled(owed, DONE)).isEqualTo(new Progress.Overtaken());
    }

    @Test
    void s12AnAnswerThatMakesNoSenseChangesNothing() {
        var saga = begun(cancel(1, 0));
        var owed = leased(saga);
        assertThat(settled(owed, REFUSED)).isEqualTo(new Progress.Blocked(Refusal.HOUR_NOT_AVAILABLE));
        assertThat(sagas().find(saga.id())).contains(saga);
        assertThat(settled(owed, DONE)).isInstanceOf(Progress.Next.class);
    }

    @Test
    void s13WhatAnAnswerWritesElsewhereIsKeptWithItOrNotAtAll() {
        var saga = begun(book());
        var owed = leased(saga);
        assertThatThrownBy(() -> sagas().settle(
                                owed,
                                it -> {
                                    stores().trainings().add(saga.draft());
                                    throw new IllegalStateException("the commit fails");
                                },
                                NOW,
                                LEASE_END))
                .hasMessage("the commit fails");
        var attendee = new Sample(saga.draft()).attendee();
        assertThat(stores().trainings().find(saga.training(), attendee)).isEmpty();
        assertThat(sagas().find(saga.id())).contains(saga);

        sagas().settle(
                        owed,
                        it -> {
                            stores().trainings().add(saga.draft());
                            return it.next(DONE);
                        },
                        NOW,
                        LEASE_END);
        assertThat(stores().trainings().find(saga.training(), attendee)).contains(saga.draft());
    }

    @Test
    void s14TheLongestDueComesFirstAndABatchHasALimit() {
        var begun = new ArrayList<Saga>();
        for (int seconds : new int[] {3, 1, 2}) {
            var saga = book();
            sagas().begin(saga, NOW, NOW.minus(Duration.ofDays(1000)).plusSeconds(seconds));
            begun.add(saga);
        }
        assertThat(sagas().leaseDue(2, NOW, LEASE_END).stream().map(Owed::saga))
                .containsExactly(begun.get(1), begun.get(2));
        assertThat(sagas().leaseDue(1, NOW, LEASE_END).stream().map(Owed::saga)).containsExactly(begun.getFirst());
    }

    @Test
    void s15ACallIsLeasedToOneOfMany() throws Exception {
        var saga = begun(book());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<Owed>> lease = () -> sagas().lease(saga.id(), NOW, LEASE_END);
            var got = new ArrayList<Owed>();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> lease).limit(20).toList())) {
                answer.get().ifPresent(got::add);
            }
            assertThat(got).containsExactly(new Owed(saga, 1));
        }
    }

    @Test
    void s16ManyRelaysShareWhatIsDueWithoutMeeting() throws Exception {
        var ids = new HashSet<ChangeId>();
        for (int count = 0; count < 20; count++) {
            ids.add(begun(book()).id());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<Owed>> batch = () -> sagas().leaseDue(4, LATER, LATER.plusSeconds(10));
            var got = new ArrayList<ChangeId>();
            for (var answer :
                    threads.invokeAll(Stream.generate(() -> batch).limit(20).toList())) {
                answer.get().forEach(owed -> got.add(owed.saga().id()));
            }
            sagas().leaseDue(1000, LATER, LATER.plusSeconds(10))
                    .forEach(owed -> got.add(owed.saga().id()));
            assertThat(got).doesNotHaveDuplicates().containsAll(ids);
        }
    }

    @Test
    void s17ManyAnswersToOneCallAreAppliedOnce() throws Exception {
        var saga = begun(book());
        var owed = leased(saga);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Progress> answer = () -> settled(owed, DONE);
            var progress = new ArrayList<Progress>();
            for (var each :
                    threads.invokeAll(Stream.generate(() -> answer).limit(20).toList())) {
                progress.add(each.get());
            }
            assertThat(progress).filteredOn(Progress.Next.class::isInstance).hasSize(1);
            assertThat(progress)
                    .filteredOn(Progress.Overtaken.class::isInstance)
                    .hasSize(19);
        }
    }

    @Test
    void s18WhatIsOwedIsCounted() {
        long before = sagas().owed();
        var saga = begun(cancel(0, 0));
        assertThat(sagas().owed()).isEqualTo(before + 1);
        end(saga);
        assertThat(sagas().owed()).isEqualTo(before);
    }

    private void end(Saga saga) {
        var owed = sagas().lease(saga.id(), LATER, LATER.plusSeconds(10)).orElseThrow();
        while (settled(owed, DONE) instanceof Progress.Next(Owed next)) {
            owed = next;
        }
    }

    /// The call of this saga, if it is among those that are due.
    private List<Owed> due(Instant now, Saga saga) {
        return sagas().leaseDue(1000, now, now.plusSeconds(1)).stream()
                .filter(it -> it.saga().id().equals(saga.id()))
                .toList();
    }
}
