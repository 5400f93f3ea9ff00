package workouts.trainer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Refusal;
import workouts.trainer.domain.hour.Reservation;

/// What every [HourRepository] does when many want something at once, numbered.
abstract class HourRaceContractTest {
    private static final int THREADS = 20;

    protected abstract HourRepository hours();

    @Test
    void r20OfManyReservationsForAnHourExactlyOneHoldsIt() {
        var sample = Sample.in(hours());
        sample.open(12);
        var reservations =
                IntStream.range(0, THREADS).mapToObj(_ -> Sample.reservation()).toList();
        var answers = race(number -> sample.hold(12, reservations.get(number)));
        assertThat(answers).filteredOn(Decision.Accepted.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(Decision.refused(Refusal.HOUR_NOT_AVAILABLE, Sample.at(12))::equals)
                .hasSize(THREADS - 1);
        assertThat(reservations).filteredOn(sample.find(12)::isHeldBy).hasSize(1);
    }

    @Test
    void r21AReservationThatIsMadeManyTimesHoldsOnceAndIsAlwaysAnsweredTheSame() {
        var sample = Sample.in(hours());
        sample.open(12);
        var reservation = Sample.reservation();
        var answers = race(_ -> sample.hold(12, reservation));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(sample.find(12).isHeldBy(reservation)).isTrue();
    }

    @Test
    void r22AReservationHoldsOneHourHoweverManyItIsTriedOn() {
        var sample = Sample.in(hours());
        IntStream.range(12, 20).forEach(sample::open);
        var reservation = Sample.reservation();
        var answers = race(number -> sample.hold(12 + number % 8, reservation));
        assertThat(IntStream.range(12, 20).mapToObj(sample::find))
                .filteredOn(hour -> hour.isHeldBy(reservation))
                .hasSize(1);
        assertThat(answers)
                .filteredOn(Decision.Refused.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(THREADS - 3)
                .allSatisfy(answer ->
                        assertThat(((Decision.Refused<?>) answer).refusal()).isEqualTo(Refusal.RESERVATION_ID_REUSED));
    }

    @Test
    void r23AReservationThatIsHeldAndEndedAtOnceHoldsNothingInTheEnd() {
        for (int round = 0; round < 5; round++) {
            var sample = Sample.in(hours());
            sample.open(12);
            var reservation = Sample.reservation();
            race(number -> number == THREADS / 2 ? sample.end(12, reservation) : sample.hold(12, reservation));
            assertThat(sample.find(12).isOpen()).isTrue();
            assertThat(sample.hold(12, reservation))
                    .isEqualTo(Decision.refused(Refusal.RESERVATION_ENDED, Sample.at(12)));
        }
    }

    @Test
    void r24DecisionsAboutOverlappingHoursComeOneAfterTheOther() {
        var sample = Sample.in(hours());
        var answers = race(number -> {
            var some = IntStream.range(12, 20).filter(hour -> hour % 2 == 0 || number % 2 == 0);
            var starts = some.mapToObj(Sample::at).toList();
            return hours().update(
                            sample.trainer(),
                            new HashSet<>(number % 3 == 0 ? starts.reversed() : starts),
                            number % 2 == 0 ? Hour::open : Hour::close);
        });
        assertThat(answers)
                .hasSize(THREADS)
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Decision.Accepted.class));
        assertThat(IntStream.of(12, 14, 16, 18).mapToObj(sample::find).map(Hour::isOpen))
                .containsOnly(sample.find(12).isOpen());
        assertThat(IntStream.of(13, 15, 17, 19).mapToObj(sample::find)).allMatch(Hour::isOpen);
    }

    @Test
    void r25AnHourIsNotClosedUnderABookingNorBookedAfterItIsClosed() {
        for (int round = 0; round < 5; round++) {
            var sample = Sample.in(hours());
            sample.open(12);
            List<Reservation> held = Collections.synchronizedList(new ArrayList<>());
            race(number -> {
                if (number % 2 == 0) {
                    return sample.close(12);
                }
                var reservation = Sample.reservation();
                var answer = sample.hold(12, reservation);
                if (answer instanceof Decision.Accepted) {
                    held.add(reservation);
                }
                return answer;
            });
            assertThat(held.size()).isEqualTo(sample.find(12).isHeld() ? 1 : 0);
            assertThat(held).allMatch(sample.find(12)::isHeldBy);
        }
    }

    /// All at once, each with its number.
    private static List<Decision<?>> race(IntFunction<Decision<?>> act) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Decision<?>>();
            var acts = IntStream.range(0, THREADS)
                    .<Callable<Decision<?>>>mapToObj(number -> () -> act.apply(number))
                    .toList();
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (Exception e) {
            throw new AssertionError("one of them failed", e);
        }
    }
}
