package workouts.trainer.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import workouts.chassis.testing.ManualClock;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Refusal;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Timetable;
import workouts.trainer.testing.InMemoryHours;
import workouts.trainer.testing.Sample;

/// Trainings that are scheduled and canceled, while the clock and the settings move on.
final class BookingsTest {
    private static final Outcome DONE = new Outcome.Done();
    private final Sample sample = Sample.in(new InMemoryHours());
    private final ManualClock clock = ManualClock.at(Sample.NOW);
    private final Reservation reservation = Sample.reservation();

    private Outcome schedule(int hour, Reservation by) {
        return schedule(Sample.TIMETABLE, hour, by);
    }

    private Outcome schedule(Timetable timetable, int hour, Reservation by) {
        return new ScheduleTrainingHandler(sample.hours(), timetable, clock)
                .handle(new ScheduleTraining(sample.id(hour), by));
    }

    private Outcome cancel(int hour, Reservation by) {
        return new CancelTrainingHandler(sample.hours()).handle(new CancelTraining(sample.id(hour), by));
    }

    @Test
    void anOpenHourIsHeldOnceAndGivenBackByWhoHoldsIt() {
        sample.open(12);
        assertThat(schedule(12, reservation)).isEqualTo(DONE);
        assertThat(schedule(12, Sample.reservation())).isEqualTo(refused(Refusal.HOUR_NOT_AVAILABLE, 12));
        assertThat(cancel(12, Sample.reservation())).isEqualTo(DONE);
        assertThat(sample.find(12).isHeldBy(reservation)).isTrue();
        assertThat(cancel(12, reservation)).isEqualTo(DONE);
        assertThat(schedule(12, Sample.reservation())).isEqualTo(DONE);
    }

    @Test
    void aRepeatIsAnsweredTheSameWhenTheHourHasPassed() {
        sample.open(12);
        schedule(12, reservation);
        clock.advance(Duration.ofHours(5));
        assertThat(schedule(12, reservation)).isEqualTo(DONE);
        assertThat(schedule(12, Sample.reservation())).isEqualTo(refused(Refusal.PAST_HOUR, 12));
    }

    @Test
    void aPastHourIsGivenBack() {
        sample.open(12);
        schedule(12, reservation);
        clock.advance(Duration.ofDays(400));
        assertThat(cancel(12, reservation)).isEqualTo(DONE);
        assertThat(sample.find(12).isHeld()).isFalse();
    }

    @Test
    void otherWorkingHoursStrandNoBooking() {
        var mornings = new Timetable(ZoneOffset.UTC, 6, 11, 1);
        sample.open(12);
        sample.open(13);
        schedule(12, reservation);
        assertThat(schedule(mornings, 12, reservation)).isEqualTo(DONE);
        assertThat(schedule(mornings, 13, Sample.reservation())).isEqualTo(refused(Refusal.OUTSIDE_WORKING_HOURS, 13));
        assertThat(cancel(12, reservation)).isEqualTo(DONE);
    }

    @Test
    void aScheduleThatComesAfterItsCancelHoldsNothing() {
        sample.open(12);
        assertThat(cancel(12, reservation)).isEqualTo(DONE);
        assertThat(schedule(12, reservation)).isEqualTo(refused(Refusal.RESERVATION_ENDED, 12));
        assertThat(sample.find(12).isOpen()).isTrue();
    }

    @Test
    void aReservationIsForOneHour() {
        sample.open(12);
        sample.open(13);
        schedule(12, reservation);
        assertThat(schedule(13, reservation)).isEqualTo(refused(Refusal.RESERVATION_ID_REUSED, 13));
        assertThat(cancel(13, reservation)).isEqualTo(refused(Refusal.RESERVATION_ID_REUSED, 13));
        assertThat(sample.find(12).isHeldBy(reservation)).isTrue();
    }

    @Test
    void aStoreThatFailsIsNotTakenForAnAnswer() {
        HourRepository failing = new InMemoryHours(() -> {
            throw new IllegalStateException("the commit failed");
        });
        var handler = new CancelTrainingHandler(failing);
        assertThatThrownBy(() -> handler.handle(new CancelTraining(sample.id(12), reservation)))
                .hasMessage("the commit failed");
    }

    @Test
    void anOutcomeIsCountedByItsSlug() {
        assertThat(DONE.refusalSlug()).isEmpty();
        assertThat(refused(Refusal.HOUR_BOOKED, 12).refusalSlug()).isEqualTo(Optional.of("hour-booked"));
    }

    private static Outcome refused(Refusal refusal, int hour) {
        return new Outcome.Refused(refusal, List.of(Sample.at(hour)));
    }
}
