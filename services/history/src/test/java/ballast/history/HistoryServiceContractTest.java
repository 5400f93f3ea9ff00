package ballast.history;

import ballast.history.testing.HistoryContractTest;
import ballast.types.history.v1.History;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// With a queue that overflows, marks that come often, and pages that look at little.
final class HistoryServiceContractTest extends HistoryContractTest {
    private static final HistoryOptions OPTIONS = HistoryOptions.defaults()
            .withPatienceMillis(300)
            .withBlocksWaitingMax(2)
            .withMarkPositions(100)
            .withStepsMax(30)
            .withPageBytesMax(4_000);

    private final JournaledHistory journaled;

    HistoryServiceContractTest(@TempDir Path folder) {
        journaled = new JournaledHistory(folder, OPTIONS);
    }

    @AfterEach
    void close() {
        journaled.close();
    }

    @Override
    protected History openEmpty() {
        return journaled.service();
    }

    @Override
    protected void append(History to, List<RecordedTransaction> transactions) {
        journaled.append(transactions);
        journaled.appendNothing(transactions.getLast().getOutcome().getTimeMillis());
    }

    @Override
    protected History reopen(History ended) {
        journaled.restart(() -> {});
        return journaled.service();
    }
}
