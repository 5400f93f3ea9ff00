package workouts.trainer.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import workouts.trainer.domain.hour.Decision;
import workouts.trainer.domain.hour.HourRepository;
import workouts.trainer.testing.HourRepositoryContractTest;
import workouts.trainer.testing.HourStore;
import workouts.trainer.testing.HourWalk;
import workouts.trainer.testing.Sample;

/// Hours in PostgreSQL keep the contract, and some things more.
final class PostgresHoursIT extends HourRepositoryContractTest {
    private static final int STEPS = 600;
    private static final HourStore STORE = HourStore.open();
    private static final HourStore FAILING = failing("check_violation", Integer.MAX_VALUE);

    @AfterAll
    static void close() {
        STORE.close();
        FAILING.close();
    }

    @Override
    protected HourRepository hours() {
        return STORE.hours();
    }

    @Override
    protected HourRepository hoursWhoseCommitsFail() {
        return FAILING.hours();
    }

    @Test
    void aCommitThatFailsIsNotTriedAgain() {
        try (var store = failing("check_violation", Integer.MAX_VALUE)) {
            var sample = Sample.in(store.hours());
            assertThatThrownBy(() -> sample.open(12)).isInstanceOf(DataIntegrityViolationException.class);
            assertThat(commits(store)).isEqualTo(1);
        }
    }

    @Test
    void whatTheDatabaseTakesBackBecauseOfOthersIsTriedAgain() {
        for (var reason : new String[] {"serialization_failure", "deadlock_detected"}) {
            try (var store = failing(reason, 2)) {
                var sample = Sample.in(store.hours());
                assertThat(sample.open(12)).isInstanceOf(Decision.Accepted.class);
                assertThat(sample.find(12).isOpen()).isTrue();
                assertThat(commits(store)).isEqualTo(3);
            }
        }
    }

    @Test
    void butOnlyAFewTimes() {
        try (var store = failing("serialization_failure", Integer.MAX_VALUE)) {
            var sample = Sample.in(store.hours());
            assertThatThrownBy(() -> sample.open(12)).isInstanceOf(ConcurrencyFailureException.class);
            assertThat(commits(store)).isEqualTo(3);
            assertThat(sample.find(12).isOpen()).isFalse();
        }
    }

    @Test
    void theDatabaseItselfKeepsAReservationToOneHour() {
        var sample = Sample.in(hours());
        var reservation = Sample.reservation();
        sample.open(12);
        sample.open(13);
        sample.hold(12, reservation);
        assertThatThrownBy(() -> STORE.jdbc()
                        .sql("update hours set availability = 'HELD', reservation = ?, booking = ? where trainer = ?"
                                + " and availability = 'OPEN'")
                        .param(reservation.id())
                        .param(reservation.booking())
                        .param(sample.trainer().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aRandomWalkFindsNoWayToFreeOrTakeWhatSomebodyHolds() {
        new HourWalk(hours()).walk(STEPS);
    }

    /// A store where this many commits fail for this reason, the first ones.
    private static HourStore failing(String reason, int times) {
        var store = HourStore.open();
        store.jdbc().sql("create sequence commits").update();
        // a sequence counts what is taken back, too
        store.jdbc().sql("""
                        create function fail() returns trigger language plpgsql as $$
                        begin
                            if nextval('commits') <= %d then
                                raise exception using errcode = '%s';
                            end if;
                            return null;
                        end $$
                        """.formatted(times, reason)).update();
        for (var table : new String[] {"hours", "reservations"}) {
            store.jdbc().sql("""
                            create constraint trigger fail after insert on %s
                            deferrable initially deferred for each row execute function fail()
                            """.formatted(table)).update();
        }
        return store;
    }

    private static int commits(HourStore store) {
        return store.jdbc()
                .sql("select last_value from commits")
                .query(Integer.class)
                .single();
    }
}
