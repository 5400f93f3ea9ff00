package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.ledger.HoldId;
import ballast.ledger.TransactionId;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StateOverlayTest {
    private static final DeadlineCodec CODEC = new DeadlineCodec();
    private static final ByteString A = StateKeys.deadline(1);
    private static final ByteString B = StateKeys.deadline(2);
    private static final ByteString C = StateKeys.deadline(3);

    private final CountingStateStorage storage =
            new CountingStateStorage(new InMemoryStateStorage(0, Map.of(A, encoded(1), B, encoded(2))));
    private final StateOverlay overlay = new StateOverlay(new StateAccess(storage, 10_000, 0), 4);
    private final Slot<Deadline> a = overlay.deadline(1);
    private final Slot<Deadline> b = overlay.deadline(2);
    private final Slot<Deadline> c = overlay.deadline(3);

    @Test
    void readsEverythingExpectedAtOnce() {
        assertThat(overlay.expect(a)).isTrue();
        assertThat(overlay.expect(b)).isTrue();
        assertThat(overlay.expect(a)).describedAs("it is expected by now").isFalse();
        assertThat(overlay.expect(c)).isTrue();
        overlay.fetch();
        assertThat(overlay.value(a)).isEqualTo(deadline(1));
        assertThat(overlay.value(b)).isEqualTo(deadline(2));
        assertThat(overlay.value(c)).isEqualTo(Deadline.NONE);
        assertThat(storage.reads()).containsExactly(List.of(A, B, C));
    }

    @Test
    void readsAKeyThatNobodyExpectedAlone() {
        overlay.fetch();
        assertThat(storage.reads()).describedAs("nothing was expected").isEmpty();
        assertThat(overlay.value(b)).isEqualTo(deadline(2));
        assertThat(overlay.value(b)).isEqualTo(deadline(2));
        assertThat(storage.reads()).containsExactly(List.of(B));
    }

    @Test
    void keepsWhatCommittedAndDropsWhatWasRefused() {
        overlay.set(a, deadline(3));
        overlay.set(a, deadline(4));
        overlay.commit();
        overlay.set(a, deadline(5));
        overlay.set(b, deadline(6));
        assertThat(overlay.value(a)).describedAs("it sees its own changes").isEqualTo(deadline(5));
        overlay.drop();
        assertThat(overlay.value(a)).isEqualTo(deadline(4));
        assertThat(overlay.value(b)).isEqualTo(deadline(2));
        overlay.set(c, deadline(7));
        overlay.commit();
        assertThat(overlay.changed()).extracting(Slot::difference).containsExactly(difference(A, 4), difference(C, 7));
    }

    @Test
    void listsDifferencesInTheOrderOfTheFirstChange() {
        overlay.set(c, deadline(1));
        overlay.set(a, deadline(1));
        overlay.commit();
        overlay.set(b, deadline(1));
        overlay.set(c, deadline(2));
        overlay.commit();
        assertThat(overlay.changed())
                .extracting(Slot::difference)
                .containsExactly(difference(C, 2), difference(A, 1), difference(B, 1));
    }

    @Test
    void growsWithItsKeysAndTellsThemApart() {
        var random = new Random(20_260_104);
        var model = new HashMap<Integer, Deadline>();
        var small = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 42), 0);
        for (int round = 1; round <= 5_000; round++) {
            int place = random.nextInt(2_000);
            var slot = small.deadline(place);
            assertThat(small.value(slot)).isEqualTo(model.getOrDefault(place, Deadline.NONE));
            model.put(place, deadline(round));
            small.set(slot, deadline(round));
            small.commit();
        }
        assertThat(small.changed()).hasSameSizeAs(model.keySet());
    }

    @Test
    void tellsKeysApartThatHashAlike() {
        var byHash = new HashMap<Integer, Integer>();
        var alike = new ArrayList<List<Integer>>();
        for (int number = 0; alike.size() < 2; number++) {
            assertThat(number).describedAs("two of 2³² hashes soon meet").isLessThan(2_000_000);
            var other = byHash.put(SlotTable.hash(5, StateKeys.deadline(number).toByteArray(), 9), number);
            if (other != null) {
                alike.add(List.of(other, number));
            }
        }
        for (var pair : alike) {
            var two = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 5), 0);
            two.set(two.deadline(pair.getFirst()), deadline(1));
            assertThat(two.value(two.deadline(pair.getLast()))).isEqualTo(Deadline.NONE);
            assertThat(two.value(two.deadline(pair.getFirst()))).isEqualTo(deadline(1));
        }
    }

    private static StateDifference difference(ByteString key, long timeMillis) {
        return StateDifference.newBuilder()
                .setKey(key)
                .setValue(encoded(timeMillis))
                .build();
    }

    private static ByteString encoded(long timeMillis) {
        return CODEC.encoded(deadline(timeMillis));
    }

    private static Deadline deadline(long timeMillis) {
        return new Deadline(timeMillis, new HoldId(new TransactionId(1, 2), 3));
    }
}
