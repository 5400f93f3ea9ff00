package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class KeySortTest {
    private final RecordArena arena = new RecordArena(new OffHeapMemory(), 64 << 10);
    private final SplittableRandom random = new SplittableRandom(seed());

    private static long seed() {
        long seed = Long.getLong("ballast.seed", System.nanoTime());
        System.out.printf("-Dballast.seed=%d%n", seed);
        return seed;
    }

    @AfterEach
    void close() {
        arena.close();
    }

    @Test
    void sortsNothingAndOne() {
        sortsAsBytes(Set.of());
        sortsAsBytes(Set.of("alice"));
    }

    @Test
    void sortsFewAndMany() {
        for (int count : new int[] {2, 10, 47, 48, 49, 300, 20_000}) {
            Set<String> keys = new TreeSet<>();
            while (keys.size() < count) {
                keys.add(text(1 + random.nextInt(12), 256));
            }
            sortsAsBytes(keys);
        }
    }

    @Test
    void sortsKeysThatBeginAlike() {
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < 5_000; i++) {
            keys.add("account/of/a/customer/%d/CREDIT".formatted(random.nextInt(100_000)));
        }
        sortsAsBytes(keys);
    }

    @Test
    void sortsKeysThatBeginOneAnother() {
        Set<String> keys = new TreeSet<>();
        for (int length = 1; length <= 255; length++) {
            keys.add("\0".repeat(length));
            keys.add("a".repeat(length));
            keys.add("\u00ff".repeat(length));
            keys.add("a".repeat(length - 1) + "\0");
            keys.add("a".repeat(length - 1) + "b");
        }
        for (int i = 0; i < 5_000; i++) {
            keys.add(text(1 + random.nextInt(30), 2));
        }
        sortsAsBytes(keys);
    }

    /// Keys as text of which each character is a byte.
    private void sortsAsBytes(Set<String> keys) {
        byte[][] expected = keys.stream()
                .map(key -> key.getBytes(StandardCharsets.ISO_8859_1))
                .sorted(Arrays::compareUnsigned)
                .toArray(byte[][]::new);
        long[] addresses = new long[expected.length];
        for (int i = 0; i < addresses.length; i++) {
            byte[] key = expected[i];
            addresses[i] = arena.allocate(key.length, 3);
            arena.records().key(addresses[i], key, 0, key.length);
            arena.records().value(addresses[i], new byte[] {-1, -1, -1}, 0, 3);
        }
        shuffle(addresses);
        KeySort.sort(arena.records(), addresses);
        for (int i = 0; i < addresses.length; i++) {
            byte[] key = new byte[255];
            int length = arena.records().copyKey(addresses[i], key, 0);
            assertThat(Arrays.copyOf(key, length)).isEqualTo(expected[i]);
        }
    }

    private void shuffle(long[] addresses) {
        for (int i = addresses.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swapped = addresses[i];
            addresses[i] = addresses[j];
            addresses[j] = swapped;
        }
    }

    private String text(int length, int alphabet) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(alphabet));
        }
        return text.toString();
    }
}
