package workouts.trainer.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workouts.trainer.domain.hour.Availability;
import workouts.trainer.domain.hour.Claim;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.Hour;
import workouts.trainer.domain.hour.HourId;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.domain.hour.Refusal;
import workouts.trainer.domain.hour.Reservation;
import workouts.trainer.domain.hour.Standing;

/// What every [HourRepository] does, numbered. Each test uses a trainer of its own only. Rules about what happens
/// at the same time are in [HourRaceContractTest].
public abstract class HourRepositoryContractTest extends HourRaceContractTest {
    enum Act {
        OPEN,
        HOLD,
        END
    }

    /// Hours that look like the others until the last moment of a decision.
    protected abstract HourRepository hoursWhoseCommitsFail();

    @Test
    void r01AnHourThatWasNeverKeptIsClosedAndNotListed() {
        var sample = Sample.in(hours());
        assertThat(sample.find(12)).isEqualTo(Hour.untouched(sample.id(12)));
        assertThat(hours().list(sample.trainer(), Instant.EPOCH, Sample.at(48))).isEmpty();
    }

    @Test
    void r02AnHourIsFoundAsItWasDecided() {
        var sample = Sample.in(hours());
        assertThat(sample.open(12)).isEqualTo(Decision.accepted(List.of(hour(sample, 12, new Availability.Open()))));
        assertThat(sample.find(12).availability()).isEqualTo(new Availability.Open());
        sample.close(12);
        assertThat(sample.find(12).availability()).isEqualTo(new Availability.Closed());
        sample.open(12);
        var reservation = Sample.reservation();
        var held = hour(sample, 12, new Availability.Held(reservation));
        assertThat(sample.hold(12, reservation))
                .isEqualTo(Decision.accepted(new Claim(held, reservation, Standing.HOLDS)));
        assertThat(sample.find(12)).isEqualTo(held);
        sample.end(12, reservation);
        assertThat(sample.find(12).availability()).isEqualTo(new Availability.Open());
    }

    @Test
    void r03TheSameTimeOfAnotherTrainerIsAnotherHour() {
        var sample = Sample.in(hours());
        var other = Sample.in(hours());
        sample.open(12);
        assertThat(other.find(12).isOpen()).isFalse();
        other.open(12);
        sample.hold(12, Sample.reservation());
        assertThat(other.find(12).isOpen()).isTrue();
    }

    @Test
    void r04SeveralHoursAreChangedTogether() {
        var sample = Sample.in(hours());
        sample.open(14);
        hours().update(sample.trainer(), Set.of(Sample.at(12), Sample.at(13), Sample.at(14)), Hour::open);
        assertThat(hours().list(sample.trainer(), Sample.at(0), Sample.at(24)))
                .extracting(hour -> hour.id().start())
                .containsExactly(Sample.at(12), Sample.at(13), Sample.at(14));
    }

    @Test
    void r05OneRefusalLeavesAllHoursAsTheyWereAndNamesThoseThatItIsTrueOf() {
        var sample = Sample.in(hours());
        for (int hour : new int[] {15, 13}) {
            sample.open(hour);
            sample.hold(hour, Sample.reservation());
        }
        var wanted = Set.of(Sample.at(12), Sample.at(13), Sample.at(14), Sample.at(15));
        assertThat(hours().update(sample.trainer(), wanted, Hour::open))
                .isEqualTo(new Decision.Refused<>(Refusal.HOUR_BOOKED, List.of(Sample.at(13), Sample.at(15))));
        assertThat(sample.find(12).isOpen()).isFalse();
        assertThat(sample.find(14).isOpen()).isFalse();
    }

    @Test
    void r06NoHoursAreSoonChanged() {
        assertThat(hours().update(Sample.in(hours()).trainer(), Set.of(), Hour::open))
                .isEqualTo(Decision.accepted(List.of()));
    }

    @Test
    void r07ARuleThatThrowsChangesNothing() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        sample.open(12);
        assertThatThrownBy(() -> hours().update(sample.trainer(), Set.of(Sample.at(11), Sample.at(12)), hour -> {
                    if (hour.isOpen()) {
                        throw new IllegalStateException("no");
                    }
                    return hour.open();
                }))
                .hasMessage("no");
        assertThatThrownBy(() -> hours().update(sample.id(12), reservation, claim -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(sample.find(11).isOpen()).isFalse();
        assertThat(standing(sample.id(12), reservation)).isEqualTo(Standing.NEW);
    }

    @Test
    void r08AListIsInOrderOfTimeAndHasWhatIsOpenOrHeldWithinTheSpan() {
        var sample = Sample.in(hours());
        for (int hour : new int[] {16, 12, 15, 13, 14}) {
            sample.open(hour);
        }
        sample.close(13);
        sample.hold(14, Sample.reservation());
        Sample.in(hours()).open(14);
        assertThat(hours().list(sample.trainer(), Sample.at(12), Sample.at(16)))
                .containsExactly(sample.find(12), sample.find(14), sample.find(15));
        assertThat(hours().list(sample.trainer(), Sample.at(12).plusNanos(1_000), Sample.at(15)))
                .containsExactly(sample.find(14));
    }

    @Test
    void r09AReservationIsKnownByItsHourItsBookingAndItsEnd() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        sample.open(12);
        assertThat(standing(sample.id(12), reservation)).isEqualTo(Standing.NEW);
        sample.hold(12, reservation);
        assertThat(standing(sample.id(12), reservation)).isEqualTo(Standing.HOLDS);
        assertThat(standing(sample.id(13), reservation)).isEqualTo(Standing.STANDS_FOR_ANOTHER);
        assertThat(standing(Sample.in(hours()).id(12), reservation)).isEqualTo(Standing.STANDS_FOR_ANOTHER);
        var sameId = new Reservation(reservation.id(), UUID.randomUUID());
        assertThat(standing(sample.id(12), sameId)).isEqualTo(Standing.STANDS_FOR_ANOTHER);
        sample.end(12, reservation);
        assertThat(standing(sample.id(12), reservation)).isEqualTo(Standing.ENDED);
        assertThat(standing(sample.id(13), sameId)).isEqualTo(Standing.ENDED);
    }

    @Test
    void r10ARefusedReservationWasNeverThere() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        assertThat(sample.hold(12, reservation)).isEqualTo(Decision.refused(Refusal.HOUR_NOT_AVAILABLE, Sample.at(12)));
        assertThat(standing(sample.id(13), reservation)).isEqualTo(Standing.NEW);
        sample.open(13);
        assertThat(sample.hold(13, reservation)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void r11AnEndIsForEverEvenOfWhatNeverHeldAnHourThatNobodyEverOpened() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        var nowhere = new HourId(sample.trainer(), Sample.at(12).plusNanos(1));
        assertThat(hours().update(nowhere, reservation, Claim::end)).isInstanceOf(Decision.Accepted.class);
        sample.open(12);
        assertThat(sample.hold(12, reservation)).isEqualTo(Decision.refused(Refusal.RESERVATION_ENDED, Sample.at(12)));
        assertThat(sample.end(12, reservation)).isInstanceOf(Decision.Accepted.class);
        assertThat(sample.find(12).isOpen()).isTrue();
    }

    @Test
    void r12HoldingTwiceAndEndingTwiceIsAsOnce() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        sample.open(12);
        assertThat(sample.hold(12, reservation)).isEqualTo(sample.hold(12, reservation));
        assertThat(sample.end(12, reservation)).isEqualTo(sample.end(12, reservation));
        var next = Sample.reservation();
        sample.hold(12, next);
        sample.end(12, reservation);
        assertThat(sample.find(12).isHeldBy(next)).isTrue();
    }

    @Test
    void r13AnInstantBesideAFullHourIsAnotherHour() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        sample.open(12);
        sample.hold(12, reservation);
        for (var beside : List.of(Duration.ofNanos(1), Duration.ofNanos(-400), Duration.ofMinutes(30))) {
            var id = new HourId(sample.trainer(), Sample.at(12).plus(beside));
            assertThat(hours().find(id)).isEqualTo(Hour.untouched(id));
            assertThat(hours().update(id, reservation, Claim::end))
                    .isEqualTo(Decision.refused(Refusal.RESERVATION_ID_REUSED, id.start()));
        }
        assertThat(sample.find(12).isHeldBy(reservation)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void r14ACommitThatFailsIsReportedAndChangesNothing(Act act) {
        var sample = Sample.in(hoursWhoseCommitsFail());
        var reservation = Sample.reservation();
        assertThatThrownBy(() -> {
                    switch (act) {
                        case OPEN -> sample.open(12);
                        case END -> sample.end(12, reservation);
                        case HOLD ->
                            sample.hours().update(sample.id(12), reservation, claim -> Decision.accepted(claim));
                    }
                })
                .isInstanceOf(RuntimeException.class);
        assertThat(sample.find(12).isOpen()).isFalse();
        assertThat(standing(sample, reservation)).isEqualTo(Standing.NEW);
    }

    private Standing standing(HourId id, Reservation reservation) {
        return standing(new Sample(id.trainer(), hours()), id, reservation);
    }

    private static Standing standing(Sample sample, Reservation reservation) {
        return standing(sample, sample.id(12), reservation);
    }

    /// Looks without leaving a trace: a refusal takes everything back.
    private static Standing standing(Sample sample, HourId id, Reservation reservation) {
        var seen = new ArrayList<Standing>();
        sample.hours().update(id, reservation, claim -> {
            seen.add(claim.standing());
            return Decision.refused(Refusal.PAST_HOUR, id.start());
        });
        return seen.getLast();
    }

    private static Hour hour(Sample sample, int hour, Availability availability) {
        return new Hour(sample.id(hour), availability);
    }
}
