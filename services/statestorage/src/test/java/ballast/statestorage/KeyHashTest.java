package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyHashTest {
    private static final KeyHash HASH = KeyHash.seeded(17);

    private static byte[] padded(byte[] key) {
        return Arrays.copyOf(key, key.length + KeyHash.PADDED_BYTES);
    }

    private static long hash(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return HASH.of(padded(bytes), 0, bytes.length);
    }

    @Test
    void dependsOnTheKeyAloneAndNotOnWhereItStands() {
        byte[] shifted = padded("......alice".getBytes(StandardCharsets.UTF_8));
        assertThat(HASH.of(shifted, 6, 5)).isEqualTo(hash("alice"));
    }

    @Test
    void anotherSeedGivesAnotherHash() {
        byte[] key = padded("alice".getBytes(StandardCharsets.UTF_8));
        assertThat(KeyHash.seeded(18).of(key, 0, 5)).isNotEqualTo(HASH.of(key, 0, 5));
        assertThat(KeyHash.seeded(17).of(key, 0, 5)).isEqualTo(HASH.of(key, 0, 5));
    }

    @Test
    void keysOfZerosDifferByTheirLength() {
        Set<Long> hashes = new HashSet<>();
        byte[] zeros = new byte[KeyBatch.KEY_BYTES_MAX + KeyHash.PADDED_BYTES];
        for (int length = 1; length <= KeyBatch.KEY_BYTES_MAX; length++) {
            hashes.add(HASH.of(zeros, 0, length));
        }
        assertThat(hashes).hasSize(KeyBatch.KEY_BYTES_MAX);
    }

    @Test
    void everyBitOfAKeyChangesAboutHalfOfTheHash() {
        byte[] key = padded("a/user00000042/CREDIT".getBytes(StandardCharsets.UTF_8));
        long before = HASH.of(key, 0, 21);
        for (int bit = 0; bit < 21 * 8; bit++) {
            key[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Long.bitCount(before ^ HASH.of(key, 0, 21)))
                    .as("bits changed by bit %d", bit)
                    .isBetween(14, 50);
            key[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    @Test
    void numberedKeysSpreadEvenlyOverTablesAndSlots() {
        int[] tables = new int[256];
        int[] slots = new int[256];
        Set<Long> distinct = new HashSet<>();
        for (int i = 0; i < 256 * 400; i++) {
            long hash = hash("a/user%08d/CREDIT".formatted(i));
            tables[(int) (hash >>> 56)]++;
            slots[(int) hash & 255]++;
            distinct.add(hash);
        }
        assertThat(distinct).hasSize(256 * 400);
        // five standard deviations of a fair spread
        assertThat(Arrays.stream(tables).boxed()).allMatch(count -> Math.abs(count - 400) < 100);
        assertThat(Arrays.stream(slots).boxed()).allMatch(count -> Math.abs(count - 400) < 100);
    }
}
