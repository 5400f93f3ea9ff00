package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class KeyBatchTest {
    private final KeyBatch batch = new KeyBatch(KeyHash.seeded(17));

    private String key(int index) {
        return new String(batch.bytes(), batch.offset(index), batch.length(index), StandardCharsets.UTF_8);
    }

    @Test
    void keepsKeysInTheirOrderHoweverMany() {
        for (int i = 0; i < 10_000; i++) {
            batch.add(ByteString.copyFromUtf8("key " + i));
        }
        assertThat(batch.size()).isEqualTo(10_000);
        for (int i = 0; i < 10_000; i++) {
            assertThat(key(i)).isEqualTo("key " + i);
            assertThat(batch.hash(i)).isEqualTo(hashOf("key " + i));
        }
    }

    @Test
    void isUsedAgainWithoutTracesOfLongerKeys() {
        batch.add(ByteString.copyFromUtf8("a key that is longer than the next one"));
        batch.clear();
        batch.add(ByteString.copyFromUtf8("short"));
        assertThat(batch.size()).isOne();
        assertThat(key(0)).isEqualTo("short");
        assertThat(batch.hash(0)).isEqualTo(hashOf("short"));
    }

    @Test
    void takesKeysOfOneTo255Bytes() {
        batch.add(ByteString.copyFrom(new byte[1]));
        batch.add(ByteString.copyFrom(new byte[255]));
        assertThatThrownBy(() -> batch.add(ByteString.EMPTY)).hasMessage("key: 0 bytes (expected: 1 to 255)");
        assertThatThrownBy(() -> batch.add(ByteString.copyFrom(new byte[256])))
                .hasMessage("key: 256 bytes (expected: 1 to 255)");
    }

    @Test
    void remembersWhereRecordsWereFound() {
        batch.add(ByteString.copyFromUtf8("alice"));
        batch.add(ByteString.copyFromUtf8("bob"));
        batch.found(0, 160);
        batch.found(1, 0);
        assertThat(batch.address(0)).isEqualTo(160);
        assertThat(batch.address(1)).isZero();
    }

    @Test
    void findsDuplicatesAmongEqualHashes() {
        for (KeyHash hash : new KeyHash[] {KeyHash.seeded(17), (bytes, offset, length) -> 42}) {
            KeyBatch keys = new KeyBatch(hash);
            assertThat(keys.hasDuplicate()).isFalse();
            for (int i = 0; i < 200; i++) {
                keys.add(ByteString.copyFromUtf8("key " + i));
            }
            assertThat(keys.hasDuplicate()).isFalse();
            keys.add(ByteString.copyFromUtf8("key 7"));
            assertThat(keys.hasDuplicate()).isTrue();
            keys.clear();
            keys.add(ByteString.copyFromUtf8("key 7"));
            assertThat(keys.hasDuplicate()).isFalse();
        }
    }

    private static long hashOf(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        return KeyHash.seeded(17).of(Arrays.copyOf(bytes, bytes.length + KeyHash.PADDED_BYTES), 0, bytes.length);
    }
}
