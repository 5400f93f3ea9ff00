package ballast.history.testing;

import ballast.types.history.v1.History;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.List;

final class InMemoryHistoryTest extends HistoryContractTest {
    @Override
    protected History openEmpty() {
        return new InMemoryHistory();
    }

    @Override
    protected void append(History to, List<RecordedTransaction> transactions) {
        transactions.forEach(((InMemoryHistory) to)::add);
    }

    @Override
    protected History reopen(History ended) {
        return ended;
    }
}
