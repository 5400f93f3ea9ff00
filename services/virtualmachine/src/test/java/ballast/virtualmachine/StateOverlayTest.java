package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final ByteString A = ByteString.copyFromUtf8("a");
    private static final ByteString B = ByteString.copyFromUtf8("b");
    private static final ByteString C = ByteString.copyFromUtf8("c");

    private final CountingStateStorage storage =
            new CountingStateStorage(new InMemoryStateStorage(0, Map.of(A, text("1"), B, text("2"))));
    private final StateOverlay overlay = new StateOverlay(new StateAccess(storage, 10_000, 0), 4);

    @Test
    void readsEverythingExpectedAtOnce() {
        overlay.expect(A);
        overlay.expect(B);
        overlay.expect(A);
        overlay.expect(C);
        overlay.fetch();
        assertThat(overlay.value(A)).isEqualTo(text("1"));
        assertThat(overlay.value(B)).isEqualTo(text("2"));
        assertThat(overlay.value(C)).isEmpty();
        assertThat(storage.reads()).containsExactly(List.of(A, B, C));
    }

    @Test
    void readsAKeyThatNobodyExpectedAlone() {
        overlay.fetch();
        assertThat(storage.reads()).describedAs("nothing was expected").isEmpty();
        assertThat(overlay.value(B)).isEqualTo(text("2"));
        assertThat(overlay.value(B)).isEqualTo(text("2"));
        assertThat(storage.reads()).containsExactly(List.of(B));
    }

    @Test
    void keepsWhatCommittedAndDropsWhatWasRefused() {
        overlay.set(A, text("3"));
        overlay.set(A, text("4"));
        overlay.commit();
        overlay.set(A, text("5"));
        overlay.set(B, text("6"));
        assertThat(overlay.value(A)).describedAs("it sees its own changes").isEqualTo(text("5"));
        overlay.drop();
        assertThat(overlay.value(A)).isEqualTo(text("4"));
        assertThat(overlay.value(B)).isEqualTo(text("2"));
        overlay.set(C, text("7"));
        overlay.commit();
        assertThat(overlay.differences()).containsExactly(difference(A, "4"), difference(C, "7"));
    }

    @Test
    void listsDifferencesInTheOrderOfTheFirstChange() {
        overlay.set(C, text("1"));
        overlay.set(A, text("1"));
        overlay.commit();
        overlay.set(B, text("1"));
        overlay.set(C, text("2"));
        overlay.commit();
        assertThat(overlay.differences()).containsExactly(difference(C, "2"), difference(A, "1"), difference(B, "1"));
    }

    @Test
    void growsWithItsKeysAndTellsThemApart() {
        var random = new Random(20_260_104);
        var model = new HashMap<ByteString, ByteString>();
        var small = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 42), 0);
        for (int round = 0; round < 5_000; round++) {
            var key = ByteString.copyFromUtf8("account " + random.nextInt(2_000));
            assertThat(small.value(key)).isEqualTo(model.getOrDefault(key, ByteString.EMPTY));
            var value = text("value " + round);
            model.put(key, value);
            small.set(key, value);
            small.commit();
        }
        assertThat(small.differences()).hasSameSizeAs(model.keySet());
    }

    @Test
    void tellsKeysApartThatHashAlike() {
        var byHash = new HashMap<Integer, ByteString>();
        var alike = new ArrayList<List<ByteString>>();
        for (int number = 0; alike.size() < 2; number++) {
            assertThat(number).describedAs("two of 2³² hashes soon meet").isLessThan(2_000_000);
            var key = ByteString.copyFromUtf8("account " + number);
            var other = byHash.put(SlotTable.hash(5, key), key);
            if (other != null) {
                alike.add(List.of(other, key));
            }
        }
        for (var pair : alike) {
            var two = new StateOverlay(new StateAccess(new InMemoryStateStorage(), 10_000, 5), 0);
            two.set(pair.getFirst(), text("1"));
            assertThat(two.value(pair.getLast())).isEmpty();
            assertThat(two.value(pair.getFirst())).isEqualTo(text("1"));
        }
    }

    private static StateDifference difference(ByteString key, String value) {
        return StateDifference.newBuilder().setKey(key).setValue(text(value)).build();
    }

    private static ByteString text(String text) {
        return ByteString.copyFromUtf8(text);
    }
}
