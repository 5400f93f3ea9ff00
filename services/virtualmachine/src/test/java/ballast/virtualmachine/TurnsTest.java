package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.guard.FailPoints;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.virtualmachine.testing.Messages;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// How long the machine's thread may rest.
final class TurnsTest {
    private static final long HOUR_MILLIS = 3_600_000;

    private final ManualClock clock = new ManualClock();
    private final ScriptedLog log = new ScriptedLog();
    private final CallDesk desk = new CallDesk(VirtualMachineOptions.defaults(), clock);
    private final Turns turns = new Turns(
            VirtualMachineOptions.defaults(),
            7,
            new Outside(
                    new StateAccess(new InMemoryStateStorage(), 10_000, 1),
                    new MemoryHistory(),
                    clock,
                    Runnable::run,
                    FailPoints.disarmed()),
            desk);

    @Test
    void restsForAnHourWhenNobodyWaitsForAnything() {
        assertThat(turns.idleMillis()).isEqualTo(HOUR_MILLIS);
        desk.open(log);
        run();
        assertThat(turns.idleMillis()).isEqualTo(HOUR_MILLIS);
    }

    @Test
    void looksAtTheClockOftenWhileSomebodyWaits() {
        desk.open(log);
        assertThat(desk.take(transaction(id(1), Messages.transfer("user1", "user2", 1))))
                .isNotDone();
        run();
        assertThat(turns.idleMillis()).isEqualTo(100);
        commit();
        assertThat(turns.idleMillis()).isEqualTo(HOUR_MILLIS);
    }

    @Test
    void restsUntilTheNextHoldExpires() {
        hold(5_000);
        assertThat(turns.idleMillis()).isEqualTo(5_000);
        clock.advance(4_999);
        run();
        assertThat(turns.idleMillis()).isOne();
    }

    @Test
    void restsForAnHourAtTheMostHoweverLateTheNextHoldExpires() {
        hold(2 * HOUR_MILLIS);
        assertThat(turns.idleMillis()).isEqualTo(HOUR_MILLIS);
    }

    @Test
    void restsNoLongerIfTheDeskHearsOfTheLogAfterIt() {
        desk.inbox().post(new Event.Started(log));
        var hold = transaction(id(1), Messages.hold("user1", "user2", 1, 5_000)).toByteString();
        desk.inbox()
                .post(new Event.Submitted(
                        new PendingTransaction(hold, new SingleRecipient(new CompletableFuture<>()), clock.millis())));
        run();
        commit();
        assertThat(turns.idleMillis()).isEqualTo(5_000);
    }

    @Test
    void leavesTheExpiryToWhoeverLeads() {
        hold(5_000);
        log.lead(ballast.consensus.Leadership.FOLLOWING);
        assertThat(turns.idleMillis()).isEqualTo(HOUR_MILLIS);
    }

    @Test
    void comesBackSoonAfterATickThatTheLogDidNotTake() {
        hold(5_000);
        clock.advance(5_000);
        run();
        log.offers().getLast().answer().complete(new Proposal.Rejected("not now"));
        run();
        assertThat(turns.isIdle()).isTrue();
        assertThat(turns.idleMillis()).isEqualTo(100);
    }

    /// Places a hold that expires so long from now.
    private void hold(long timeoutMillis) {
        desk.open(log);
        assertThat(desk.take(transaction(id(1), Messages.hold("user1", "user2", 1, timeoutMillis))))
                .isNotDone();
        run();
        commit();
    }

    /// Delivers the one block that was proposed.
    private void commit() {
        var offer = log.offers().getFirst();
        var position = new LogPosition(1, 1);
        desk.inbox().postDelivery(new Event.Delivered(position, offer.entry()));
        offer.answer().complete(new Proposal.Committed(position));
        run();
    }

    private void run() {
        int turned = 0;
        while (turns.turn()) {
            assertThat(++turned).describedAs("turns").isLessThan(1_000);
        }
    }
}
