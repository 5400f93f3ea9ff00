package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordsTest {
    private final RecordArena arena = new RecordArena(new OffHeapMemory(), 8 << 10);

    @AfterEach
    void close() {
        arena.close();
    }

    private long record(byte[] key, byte[] value) {
        long address = arena.allocate(key.length, value.length);
        arena.records().key(address, key, 0, key.length);
        arena.records().value(address, value, 0, value.length);
        arena.records().epoch(address, -7);
        return address;
    }

    @Test
    void everyFieldIsKeptBesideTheOthers() {
        byte[] key = filled(255, 0xff);
        byte[] value = filled(4095, 0xff);
        long address = record(key, value);
        Records records = arena.records();
        assertThat(records.epoch(address)).isEqualTo(-7);
        assertThat(records.keyBytes(address)).isEqualTo(255);
        assertThat(records.valueBytes(address)).isEqualTo(4095);
        assertThat(records.valueBytesMax(address)).isEqualTo(4368 - 8 - 255);
        assertThat(records.value(address)).isEqualTo(value);
        byte[] copy = new byte[260];
        assertThat(records.copyKey(address, copy, 3)).isEqualTo(255);
        assertThat(Arrays.copyOfRange(copy, 3, 258)).isEqualTo(key);
        byte[] valueCopy = new byte[4095];
        assertThat(records.copyValue(address, valueCopy)).isEqualTo(4095);
        assertThat(valueCopy).isEqualTo(value);
    }

    /// A record whose key differs in one byte, or in its length, at every length.
    @Test
    void aKeyIsEqualOnlyIfEveryByteIs() {
        for (int length = 1; length <= KeyBatch.KEY_BYTES_MAX; length++) {
            byte[] key = filled(length, 'a');
            long address = record(key, filled(20, 'a'));
            Records records = arena.records();
            byte[] padded = Arrays.copyOf(key, length + 16);
            assertThat(records.hasKey(address, padded, 0, length)).isTrue();
            assertThat(records.hasKey(address, padded, 0, length - 1)).isFalse();
            assertThat(records.hasKey(address, padded, 0, length + 1)).isFalse();
            for (int at = 0; at < length; at++) {
                padded[at] ^= 1;
                assertThat(records.hasKey(address, padded, 0, length)).isFalse();
                padded[at] ^= 1;
            }
            arena.free(address);
        }
    }

    @Test
    void sortWordsFollowTheOrderOfKeys() {
        byte[][] inOrder = {
            {0},
            {0, 0},
            {0, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 0, 0, 0},
            {0, 1},
            {1},
            {1, 0},
            {127},
            {-128},
            {-1},
            {-1, -1}
        };
        long before = 0;
        for (byte[] key : inOrder) {
            long word = word(key);
            assertThat(Long.compareUnsigned(before, word)).isNegative();
            before = word;
        }
    }

    private long word(byte[] key) {
        long address = record(key, filled(30, 0x55));
        return arena.records().sortWord(address, 0);
    }

    private static byte[] filled(int count, int unit) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) unit);
        return bytes;
    }
}
