package ballast.stress;

import java.io.PrintStream;
import java.util.function.DoubleConsumer;

/// Shows how far a run is: on a terminal one line that is drawn again and again, elsewhere a line for each tenth.
///
/// Used by one thread.
final class Progress implements DoubleConsumer {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean terminal;
    private int shownPercent = -1;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void accept(double done) {
        int percent = (int) (done * 100);
        if (!terminal) {
            percent -= percent % 10;
        }
        if (percent <= shownPercent) {
            return;
        }
        shownPercent = percent;
        if (terminal) {
            int filled = percent * WIDTH / 100;
            out.print("\r[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + percent + " %");
            if (percent == 100) {
                out.println();
            }
            out.flush();
        } else {
            out.println(percent + " %");
        }
    }
}
