package ballast.consensus.ratis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ballast.consensus.LogPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ForgottenMarkTest {
    @TempDir
    private Path directory;

    @Test
    void nothingIsForgottenBeforeTheFirstTime() {
        assertThat(new ForgottenMark(directory.resolve("forgotten")).read()).isEqualTo(LogPosition.START);
    }

    @Test
    void aLaterMarkReplacesAnEarlier() throws IOException {
        ForgottenMark mark = new ForgottenMark(directory.resolve("forgotten"));
        mark.write(new LogPosition(3, 4711));
        mark.write(new LogPosition(4, 4713));
        assertThat(mark.read()).isEqualTo(new LogPosition(4, 4713));
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(mark.file());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "term 1", "term 1 index 2", "term 1 index -2\n", "term 1 index 99999999999999999999\n"})
    void refusesWhatItDidNotWrite(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("forgotten"), text);
        assertThatThrownBy(() -> new ForgottenMark(file).read())
                .isInstanceOf(LogDamagedException.class)
                .hasMessageContaining(file.toString());
    }
}
