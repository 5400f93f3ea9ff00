package ballast.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

    @Test
    void printsALineForEachTenthWhereNobodyWatches() {
        var progress = new Progress(out, false);
        for (double done : new double[] {0, 0.05, 0.11, 0.19, 0.2, 0.55, 1, 1}) {
            progress.accept(done);
        }
        assertThat(text.toString(StandardCharsets.UTF_8)).isEqualTo("0 %\n10 %\n20 %\n50 %\n100 %\n");
    }

    @Test
    void redrawsOneLineOnATerminal() {
        var progress = new Progress(out, true);
        for (double done : new double[] {0.5, 0.501, 1}) {
            progress.accept(done);
        }
        String half = "#".repeat(20) + "-".repeat(20);
        assertThat(text.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[" + half + "] 50 %\r[" + "#".repeat(40) + "] 100 %\n");
    }
}
