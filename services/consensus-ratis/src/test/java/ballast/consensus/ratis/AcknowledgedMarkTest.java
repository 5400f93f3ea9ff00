package ballast.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcknowledgedMarkTest {
    @TempDir
    private Path directory;

    @Test
    void beginsAtZeroOnlyGrowsAndIsThereAgain() {
        Path file = directory.resolve("acknowledged");
        try (AcknowledgedMark mark = AcknowledgedMark.open(file)) {
            assertThat(mark.index()).isZero();
            mark.advance(7);
            mark.advance(3);
            assertThat(mark.index()).isEqualTo(7);
            mark.advance(1L << 40);
        }
        try (AcknowledgedMark mark = AcknowledgedMark.open(file)) {
            assertThat(mark.index()).isEqualTo(1L << 40);
        }
    }

    @Test
    void isInTheFileAtOnceSoThatAKillDoesNotLoseIt() throws IOException {
        Path file = directory.resolve("acknowledged");
        Path copy = directory.resolve("copy");
        try (AcknowledgedMark mark = AcknowledgedMark.open(file)) {
            mark.advance(7);
            Files.copy(file, copy);
        }
        try (AcknowledgedMark mark = AcknowledgedMark.open(copy)) {
            assertThat(mark.index()).isEqualTo(7);
        }
    }

    @Test
    void refusesEveryFlippedBit() throws IOException {
        Path file = directory.resolve("acknowledged");
        try (AcknowledgedMark mark = AcknowledgedMark.open(file)) {
            mark.advance(123_456);
        }
        byte[] good = Files.readAllBytes(file);
        for (int bit = 0; bit < Long.SIZE; bit++) {
            byte[] bad = good.clone();
            bad[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, bad);
            assertThatThrownBy(() -> AcknowledgedMark.open(file))
                    .as("bit %d", bit)
                    .isInstanceOf(LogDamagedException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
