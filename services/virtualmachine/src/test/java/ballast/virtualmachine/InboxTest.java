package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class InboxTest {
    private static final Event NEWS = new Event.LeadershipChanged(Leadership.LEADING);
    private static final Event.Delivered DELIVERY = new Event.Delivered(new LogPosition(1, 1), ByteBuffer.allocate(0));

    private final Inbox inbox = new Inbox(2);

    @Test
    void givesEverythingOutInTheOrderInWhichItCame() {
        assertThat(inbox.post(NEWS)).isTrue();
        inbox.postDelivery(DELIVERY);
        assertThat(drained()).containsExactly(NEWS, DELIVERY);
        assertThat(drained()).isEmpty();
    }

    @Test
    void makesTheLogWaitWhileTooMuchIsQueued() throws Exception {
        inbox.postDelivery(DELIVERY);
        inbox.postDelivery(DELIVERY);
        var deliverer = deliverAnother();
        assertThat(inbox.post(NEWS)).describedAs("others do not wait").isTrue();
        assertThat(drained()).containsExactly(DELIVERY, DELIVERY, NEWS);
        deliverer.join();
        assertThat(drained()).containsExactly(DELIVERY);
    }

    @Test
    void takesNothingOnceItIsClosedAndLetsTheLogGo() throws Exception {
        inbox.postDelivery(DELIVERY);
        inbox.postDelivery(DELIVERY);
        var deliverer = deliverAnother();
        inbox.close();
        deliverer.join();
        assertThat(inbox.post(NEWS)).isFalse();
        inbox.postDelivery(DELIVERY);
        assertThat(drained()).describedAs("what came in time").containsExactly(DELIVERY, DELIVERY);
    }

    @Test
    void waitsUntilSomethingHappens() throws Exception {
        var waiting = new CountDownLatch(1);
        var waiter = Thread.ofPlatform().start(() -> {
            waiting.countDown();
            try {
                inbox.await(TimeUnit.HOURS.toMillis(1));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        waiting.await();
        inbox.post(NEWS);
        waiter.join();
        inbox.await(TimeUnit.HOURS.toMillis(1));
        assertThat(drained()).containsExactly(NEWS);
    }

    @Test
    void doesNotWaitLongerThanItIsTold() throws Exception {
        inbox.await(1);
        assertThat(drained()).isEmpty();
    }

    /// A thread that is waiting to deliver, or will be.
    private Thread deliverAnother() {
        var deliverer = Thread.ofPlatform().start(() -> inbox.postDelivery(DELIVERY));
        while (deliverer.getState() != Thread.State.WAITING) {
            assertThat(deliverer.isAlive()).describedAs("waits for room").isTrue();
            Thread.onSpinWait();
        }
        return deliverer;
    }

    private List<Event> drained() {
        var events = new ArrayList<Event>();
        inbox.drainTo(events);
        return events;
    }
}
