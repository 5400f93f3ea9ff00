package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StateStorageOptionsTest {
    @ParameterizedTest
    @CsvSource({
        "4096, 16, 10, 'chunkBytes: 4096 (expected: a power of two, at least 8192)'",
        "-2147483648, 16, 10, 'chunkBytes: -2147483648 (expected: a power of two, at least 8192)'",
        "10000, 16, 10, 'chunkBytes: 10000 (expected: a power of two, at least 8192)'",
        "8192, 1, 10, 'slotsInitial: 1 (expected: a power of two, at least 2)'",
        "8192, 12, 10, 'slotsInitial: 12 (expected: a power of two, at least 2)'",
        "8192, 16, 0, 'runRecordsMax: 0 (expected: at least 1)'",
    })
    void refusesImpossibleSizes(int chunkBytes, int slotsInitial, int runRecordsMax, String message) {
        assertThatThrownBy(() -> new StateStorageOptions(chunkBytes, slotsInitial, runRecordsMax, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void takesTheSmallestAndTheLargestSizes() {
        assertThat(new StateStorageOptions(8192, 2, 1, 0).chunkBytes()).isEqualTo(8192);
        assertThat(new StateStorageOptions(1 << 30, 1 << 20, 1, 0).chunkBytes()).isEqualTo(1 << 30);
    }

    @Test
    void anotherSeedChangesNothingElse() {
        StateStorageOptions defaults = StateStorageOptions.defaults();
        StateStorageOptions other = defaults.withHashSeed(5);
        assertThat(other.hashSeed()).isEqualTo(5);
        assertThat(other.withHashSeed(defaults.hashSeed())).isEqualTo(defaults);
    }
}
