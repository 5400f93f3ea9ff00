package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.history.testing.InMemoryHistory;
import ballast.history.testing.RandomLedger;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryServiceTest {
    @TempDir
    Path folder;

    @Test
    void answersFromFilesAsFromMemory() throws Exception {
        var ledger = new RandomLedger(7);
        var memory = new InMemoryHistory();
        try (var history = new JournaledHistory(folder, HistoryOptions.defaults())) {
            List<RecordedTransaction> block = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                block.add(ledger.next());
                memory.add(block.getLast());
                if (block.size() == 7) {
                    history.append(block);
                    block.clear();
                }
            }
            history.append(block);
            var all = ReadTransactionsRequest.newBuilder()
                    .setFrom(2_001)
                    .setLimit(1_000)
                    .setWaitMillis(1000)
                    .build();
            var entries = ListEntriesRequest.newBuilder()
                    .setAccount("a:1")
                    .setLimit(1_000)
                    .setMinPosition(3_000)
                    .build();
            for (int round = 0; round < 3; round++) {
                assertThat(history.service()
                                .listEntries(entries)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                        .isEqualTo(memory.listEntries(entries)
                                .toCompletableFuture()
                                .join());
                var oldest = entries.toBuilder()
                        .setOrder(Order.ORDER_OLDEST_FIRST)
                        .setAsset("USD")
                        .build();
                assertThat(history.service()
                                .listEntries(oldest)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                        .isEqualTo(
                                memory.listEntries(oldest).toCompletableFuture().join());
                assertThat(history.service()
                                .readTransactions(all)
                                .toCompletableFuture()
                                .get(5, TimeUnit.SECONDS))
                        .isEqualTo(memory.readTransactions(all)
                                .toCompletableFuture()
                                .join());
                history.restart(() -> {});
            }
        }
    }
}
