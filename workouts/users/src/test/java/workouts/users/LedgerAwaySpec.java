package workouts.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import workouts.chassis.testing.Answer;
import workouts.users.testing.AtOnce;
import workouts.users.testing.LedgerThatIsAway;

/// What the service is worth without its ledger: it says so, soon, and starts nothing that it cannot end.
final class LedgerAwaySpec {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static LedgerThatIsAway ledger;
    private static RunningUsers users;

    @BeforeAll
    static void start() {
        ledger = new LedgerThatIsAway();
        users = RunningUsers.start(ledger.url(), Duration.ofSeconds(2));
    }

    @AfterAll
    static void stop() {
        users.service().close();
        ledger.close();
    }

    @Test
    void aReaderIsToldToComeAgain() {
        var attendee = users.attendee(UUID.randomUUID());
        AtOnce.run(
                () -> comeAgain(attendee.get("/api/users/current")),
                () -> comeAgain(attendee.get("/api/users/current/credits")),
                () -> assertThat(Grpc.told(() -> new Grpc(users.grpc(), UUID.randomUUID()).balance()))
                        .isEqualTo("UNAVAILABLE unavailable"));
    }

    @Test
    void aChangeThatMayHaveBeenDoneIsNeitherDoneNorRefused() {
        var unknown = "UNAVAILABLE outcome-unknown";
        var somebody = new Grpc(users.grpc(), UUID.randomUUID());
        var booking = UUID.randomUUID();
        AtOnce.run(
                () -> assertThat(somebody.change(1, UUID.randomUUID())).isEqualTo(unknown),
                () -> assertThat(somebody.hold(booking, 1)).isEqualTo(unknown),
                () -> assertThat(somebody.capture(booking)).isEqualTo(unknown),
                () -> assertThat(somebody.release(booking)).isEqualTo(unknown),
                () -> assertThat(somebody.giveBack(booking, UUID.randomUUID(), 1, 1))
                        .isEqualTo(unknown));
    }

    @Test
    void theTraceOfARequestGoesOnToTheLedger() {
        var parent = "00-" + TRACE + "-00f067aa0ba902b7-01";
        users.attendee(UUID.randomUUID()).with("traceparent", parent).get("/api/users/current");
        assertThat(ledger.traces())
                .filteredOn(trace -> trace.contains(TRACE))
                .isNotEmpty()
                .allSatisfy(trace -> assertThat(trace).startsWith("00-" + TRACE).isNotEqualTo(parent));
    }

    private static void comeAgain(Answer answer) {
        assertThat(answer.told()).isEqualTo("503 unavailable");
        assertThat(answer.header("retry-after")).contains("2");
    }
}
