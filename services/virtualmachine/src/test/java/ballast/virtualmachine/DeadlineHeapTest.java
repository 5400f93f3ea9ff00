package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;
import ballast.statestorage.testing.InMemoryStateStorage;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DeadlineHeapTest {
    private final StateOverlay overlay = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 3), 0);
    private final DeadlineHeap heap = new DeadlineHeap(overlay);

    @Test
    void isEmptyAtFirst() {
        assertThat(heap.isEmpty()).isTrue();
        assertThat(heap.top()).isEqualTo(Deadline.NONE);
    }

    @Test
    void givesTheEarliestFirstWhateverTheOrder() {
        for (long seed = 0; seed < 20; seed++) {
            var random = new Random(seed);
            var model = new PriorityQueue<Deadline>();
            for (int step = 0; step < 500; step++) {
                if (model.isEmpty() || random.nextInt(5) < 3) {
                    var hold = new HoldId(new TransactionId(random.nextInt(3), random.nextInt(3)), random.nextInt(3));
                    var deadline = new Deadline(1 + random.nextInt(50), hold);
                    model.add(deadline);
                    heap.add(deadline);
                } else {
                    assertThat(heap.top()).isEqualTo(model.remove());
                    heap.removeTop();
                }
            }
            while (!model.isEmpty()) {
                assertThat(heap.top()).isEqualTo(model.remove());
                heap.removeTop();
            }
            assertThat(heap.isEmpty()).isTrue();
        }
    }

    @Test
    void leavesNothingInTheStateWhenItIsEmptyAgain() {
        heap.add(new Deadline(5, Deadline.NONE.hold()));
        heap.add(new Deadline(4, Deadline.NONE.hold()));
        heap.removeTop();
        heap.removeTop();
        overlay.commit();
        assertThat(overlay.changed())
                .extracting(Slot::difference)
                .allMatch(difference -> difference.getValue().isEmpty());
    }
}
