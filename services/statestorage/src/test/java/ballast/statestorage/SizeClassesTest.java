package ballast.statestorage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SizeClassesTest {
    @ParameterizedTest
    @CsvSource({
        "9, 16",
        "16, 16",
        "17, 32",
        "33, 48",
        "64, 64",
        "65, 80",
        "128, 128",
        "129, 160",
        "161, 192",
        "257, 320",
        "1000, 1024",
        "1025, 1280",
        "4096, 4096",
        "4097, 4368",
        "4358, 4368",
    })
    void roundsUp(int recordBytes, int expected) {
        assertThat(SizeClasses.bytes(SizeClasses.classFor(recordBytes))).isEqualTo(expected);
    }

    @Test
    void holdsEveryRecordAndWastesLessThanAFifthOfALargeOne() {
        assertThat(SizeClasses.RECORD_BYTES_MAX).isEqualTo(8 + 255 + 4095);
        for (int bytes = 1; bytes <= SizeClasses.RECORD_BYTES_MAX; bytes++) {
            int size = SizeClasses.bytes(SizeClasses.classFor(bytes));
            assertThat(size).isGreaterThanOrEqualTo(bytes);
            assertThat(size - bytes).isLessThan(Math.max(16, size / 5));
            assertThat(size % SizeClasses.STEP_BYTES).isZero();
        }
    }

    @Test
    void aLargerClassHasLargerRecords() {
        assertThat(SizeClasses.count()).isBetween(10, 127);
        for (int sizeClass = 1; sizeClass < SizeClasses.count(); sizeClass++) {
            assertThat(SizeClasses.bytes(sizeClass)).isGreaterThan(SizeClasses.bytes(sizeClass - 1));
        }
    }
}
