package workouts.trainer.domain.hour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DecisionTest {
    private static final Instant NOON = Instant.parse("2030-01-07T12:00:00Z");
    private static final Instant ONE = Instant.parse("2030-01-07T13:00:00Z");

    @Test
    void allAreAcceptedWhenEachOneIs() {
        assertThat(Decision.all(List.of(Decision.accepted(1), Decision.accepted(2))))
                .isEqualTo(Decision.accepted(List.of(1, 2)));
        assertThat(Decision.all(List.<Decision<Integer>>of())).isEqualTo(Decision.accepted(List.of()));
    }

    @Test
    void oneRefusalRefusesAll() {
        assertThat(Decision.all(List.of(Decision.accepted(1), refused(Refusal.HOUR_BOOKED, NOON))))
                .isEqualTo(refused(Refusal.HOUR_BOOKED, NOON));
    }

    @Test
    void ofSeveralRefusalsTheFirstInPrecedenceNamesAllItsHoursInOrder() {
        assertThat(Decision.all(List.of(
                        refused(Refusal.HOUR_BOOKED, NOON),
                        refused(Refusal.PAST_HOUR, ONE),
                        refused(Refusal.OUTSIDE_WORKING_HOURS, NOON),
                        refused(Refusal.PAST_HOUR, NOON))))
                .isEqualTo(new Decision.Refused<List<Integer>>(Refusal.PAST_HOUR, List.of(NOON, ONE)));
    }

    @Test
    void whatWasRefusedIsNotDecidedFurther() {
        assertThat(refused(Refusal.PAST_HOUR, NOON).then(_ -> {
                    throw new AssertionError("was asked");
                }))
                .isEqualTo(refused(Refusal.PAST_HOUR, NOON));
    }

    private static Decision<Integer> refused(Refusal refusal, Instant hour) {
        return Decision.refused(refusal, hour);
    }
}
