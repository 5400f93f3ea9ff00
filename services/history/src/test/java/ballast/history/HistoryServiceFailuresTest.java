package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.guard.InvariantViolation;
import ballast.guard.ServiceFailure;
import ballast.history.testing.RandomLedger;
import ballast.journal.BlockPlace;
import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.MetadataTerm;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RecordedTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What callers are told when the service cannot answer.
final class HistoryServiceFailuresTest {
    private static final int SECONDS_MAX = 60;

    /// Waits for an index that is held up; only a fault makes anybody wait so long.
    private static final HistoryOptions PATIENT = HistoryOptions.defaults().withPatienceMillis(60_000);

    private static final SumBalancesRequest SUMS = SumBalancesRequest.getDefaultInstance();
    private static final ReadTransactionsRequest STREAM =
            ReadTransactionsRequest.newBuilder().setFrom(1).setLimit(10).build();

    @TempDir
    Path folder;

    @Test
    void afterItsEndNothingIsAnswered() {
        var history = new JournaledHistory(folder, HistoryOptions.defaults());
        history.close();
        history.service().close();
        assertFails(history.service().sumBalances(SUMS), ServiceFailure.Kind.UNAVAILABLE);
        assertFails(history.service().readTransactions(STREAM), ServiceFailure.Kind.UNAVAILABLE);
    }

    @Test
    void aQuestionMoreThanMayWaitIsRefused() throws Exception {
        var options = new HistoryOptions(1, 1, 50, 16, 1_000, 1_000, 1 << 20);
        var release = new CountDownLatch(1);
        var history = new JournaledHistory(folder, options);
        blockReader(history, release);
        var waiting = history.service().sumBalances(SUMS);
        var last = history.service().sumBalances(SUMS);
        assertFails(last, ServiceFailure.Kind.OVERLOADED);
        history.service().close(); // does not wait for the reader for longer than its patience
        release.countDown();
        assertThat(waiting.handle((_, _) -> true).toCompletableFuture()).succeedsWithin(SECONDS_MAX, TimeUnit.SECONDS);
        history.close();
    }

    @Test
    void aBlockThatDoesNotDecodeStopsTheIndexAndNotTheLedger() throws Exception {
        var history = new JournaledHistory(folder, HistoryOptions.defaults());
        var waiting = history.service()
                .readTransactions(STREAM.toBuilder().setWaitMillis(60_000).build());
        history.append(new byte[0], new byte[] {0x0B});
        assertFails(waiting, ServiceFailure.Kind.UNAVAILABLE);
        assertFails(history.service().sumBalances(SUMS), ServiceFailure.Kind.UNAVAILABLE);
        assertThat(history.journal().lastPosition()).isOne();
        history.close();
    }

    @Test
    void aTransactionThatIsNoMessageIsNotAnswered() throws Exception {
        var history = new JournaledHistory(folder, HistoryOptions.defaults());
        byte[] outcome = Outcome.newBuilder()
                .addEntries(Entry.newBuilder().setAccount("a").setAsset("USD"))
                .build()
                .toByteArray();
        outcome[outcome.length - 1] = (byte) 0xFF; // no UTF-8
        history.append(new byte[0], outcome);
        assertFails(
                history.service()
                        .readTransactions(
                                STREAM.toBuilder().setWaitMillis(60_000).build()),
                ServiceFailure.Kind.UNAVAILABLE);
        assertFails(history.service().sumBalances(SUMS), ServiceFailure.Kind.UNAVAILABLE);
        history.close();
    }

    @Test
    void anEndThatIsInterruptedSaysSo() throws Exception {
        var history = new JournaledHistory(folder, HistoryOptions.defaults());
        var release = new CountDownLatch(1);
        blockReader(history, release);
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(() -> history.service().close())
                .withMessage("cannot close the index");
        assertThat(Thread.interrupted()).isTrue();
        release.countDown();
        history.journal().close();
    }

    @Test
    void theIndexStopsBetweenTwoBlocksThatItReadsFromTheJournal() throws Exception {
        var ledger = new RandomLedger(1);
        try (var history = new JournaledHistory(folder, HistoryOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                history.append(List.of(ledger.next()));
            }
            var index = new IndexFolder(folder.resolve("other"), history.journal(), 1).open();
            var arrivals = new Arrivals(0, 10);
            var indexer = new Indexer(index, history.journal(), arrivals, HistoryOptions.defaults());
            var first = arrivals.reached(1, 60_000).thenRun(indexer::stop);
            indexer.start();
            first.get(SECONDS_MAX, TimeUnit.SECONDS);
            indexer.close();
            assertThat(index.height()).isOne();
            index.close();
        }
    }

    /// The thread is held in a block, or it might have ended before anybody waits for it.
    @Test
    void anInterruptedEndStillWaitsForTheIndex() throws Exception {
        try (var history = new JournaledHistory(folder, HistoryOptions.defaults())) {
            history.append(List.of(new RandomLedger(1).next()));
            var index = new IndexFolder(folder.resolve("other"), history.journal(), 1).open();
            var arrivals = new Arrivals(0, 10);
            var indexer = new Indexer(index, history.journal(), arrivals, HistoryOptions.defaults());
            var entered = new CountDownLatch(1);
            var release = new CountDownLatch(1);
            var _ = arrivals.reached(1, 60_000).thenRun(() -> {
                entered.countDown();
                awaitUninterruptibly(release);
            });
            indexer.start();
            assertThat(entered.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
            var interrupted = new AtomicBoolean();
            var closer = Thread.ofPlatform().start(() -> {
                Thread.currentThread().interrupt();
                indexer.close();
                interrupted.set(Thread.interrupted());
            });
            while (closer.getState() != Thread.State.WAITING) {
                assertThat(closer.isAlive()).describedAs("waits").isTrue();
                Thread.onSpinWait();
            }
            release.countDown();
            closer.join();
            assertThat(interrupted).isTrue();
            assertThat(index.height()).isOne();
            index.close();
        }
    }

    @Test
    void aBlockThatIsHandedOverTwiceIsAddedOnce() throws Exception {
        var ledger = new RandomLedger(1);
        try (var history = new JournaledHistory(folder, HistoryOptions.defaults())) {
            for (int i = 0; i < 3; i++) {
                history.append(List.of(ledger.next()));
            }
            var index = new IndexFolder(folder.resolve("other"), history.journal(), 1).open();
            var arrivals = new Arrivals(0, 10);
            var indexer = new Indexer(
                    index,
                    history.journal(),
                    arrivals,
                    HistoryOptions.defaults().withBlocksWaitingMax(4));
            try (var scan = history.journal().scan(1)) {
                while (scan.hasNext()) {
                    var block = scan.next();
                    indexer.appended(block, scan.place());
                    indexer.appended(block, scan.place());
                }
            }
            indexer.start();
            assertThat(arrivals.reached(3, 60_000).get(SECONDS_MAX, TimeUnit.SECONDS))
                    .isTrue();
            indexer.close();
            assertThat(index.position()).isEqualTo(3);
            assertThatExceptionOfType(InvariantViolation.class).isThrownBy(() -> {
                try (var scan = history.journal().scan(2)) {
                    index.add(scan.next(), scan.place());
                }
            });
            var elsewhere = new JournalBlock(4, 1, 5, List.of(), Hash.ZERO);
            assertThatExceptionOfType(InvariantViolation.class)
                    .isThrownBy(() -> index.add(elsewhere, new BlockPlace(1, 0)));
            index.close();
        }
    }

    @Test
    void everyPageGetsFurtherHoweverLittleItMayLookAt() throws Exception {
        var ledger = new RandomLedger(4);
        try (var history = new JournaledHistory(folder, PATIENT.withStepsMax(1))) {
            List<RecordedTransaction> block = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                block.add(ledger.next());
            }
            history.append(block);
            var filter = TransactionFilter.newBuilder();
            filter.getAllOfBuilder()
                    .addTerms(TransactionFilter.newBuilder().setAccount("a"))
                    .addTerms(TransactionFilter.newBuilder().setAccount("b"))
                    .addTerms(TransactionFilter.newBuilder().setAccount("bank"));
            var request = ListTransactionsRequest.newBuilder()
                    .setFilter(filter)
                    .setOrder(Order.ORDER_OLDEST_FIRST)
                    .setLimit(5)
                    .setMinPosition(100)
                    .build();
            int pages = 0;
            var page = history.service()
                    .listTransactions(request)
                    .toCompletableFuture()
                    .get(SECONDS_MAX, TimeUnit.SECONDS);
            while (page.hasNext()) {
                pages++;
                assertThat(page.getNext()).isGreaterThanOrEqualTo(request.getAfter());
                request = request.toBuilder().setAfter(page.getNext()).build();
                page = history.service()
                        .listTransactions(request)
                        .toCompletableFuture()
                        .get(SECONDS_MAX, TimeUnit.SECONDS);
            }
            assertThat(pages).isBetween(1, 300);
        }
    }

    @Test
    void aFrequentTermLeapsToWhereARareOneStands() throws Exception {
        try (var history = new JournaledHistory(folder, PATIENT)) {
            List<RecordedTransaction> block = new ArrayList<>();
            for (int position = 1; position <= 500; position++) {
                var recorded = RecordedTransaction.newBuilder();
                recorded.getTransactionBuilder().setCode(7);
                recorded.getOutcomeBuilder().setPosition(position).setTimeMillis(1);
                if (position % 180 == 1) {
                    recorded.getTransactionBuilder().addMetadataBuilder().setKey("rare");
                }
                block.add(recorded.build());
            }
            history.append(block);
            var request = ListTransactionsRequest.newBuilder()
                    .setOrder(Order.ORDER_OLDEST_FIRST)
                    .setLimit(5)
                    .setMinPosition(500);
            request.getFilterBuilder()
                    .getAllOfBuilder()
                    .addTerms(TransactionFilter.newBuilder().setCode(7))
                    .addTerms(TransactionFilter.newBuilder()
                            .setMetadata(MetadataTerm.newBuilder().setKey("rare")));
            var page = history.service()
                    .listTransactions(request.build())
                    .toCompletableFuture()
                    .get(SECONDS_MAX, TimeUnit.SECONDS);
            assertThat(page.getTransactionsList()).containsExactly(block.get(0), block.get(180), block.get(360));
            assertThat(page.hasNext()).isFalse();
        }
    }

    @Test
    void sumsAreTheSameInPiecesOfAnySize() throws Exception {
        var ledger = new RandomLedger(4);
        try (var history = new JournaledHistory(folder, PATIENT)) {
            List<RecordedTransaction> block = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                block.add(ledger.next());
            }
            history.append(block);
            var all = history.service()
                    .sumBalances(SUMS.toBuilder().setMinPosition(100).build())
                    .toCompletableFuture()
                    .get(SECONDS_MAX, TimeUnit.SECONDS);
            var index = new IndexFolder(folder.resolve("other"), history.journal(), 1).open();
            try (var scan = history.journal().scan(1)) {
                index.add(scan.next(), scan.place());
            }
            try (var reading = new Reading(index, history.journal())) {
                assertThat(new BalanceSums(SUMS, reading, 3).answer()).isEqualTo(all);
            }
            index.close();
        }
    }

    /// Returns when one of the service's threads is kept by somebody who must not.
    private static void blockReader(JournaledHistory history, CountDownLatch release) throws Exception {
        var entered = new CountDownLatch(1);
        var _ = history.service()
                .readTransactions(STREAM.toBuilder().setWaitMillis(60_000).build())
                .thenRun(() -> {
                    entered.countDown();
                    awaitUninterruptibly(release);
                });
        history.append(List.of(new RandomLedger(1).next()));
        assertThat(entered.await(SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertFails(CompletionStage<?> stage, ServiceFailure.Kind kind) {
        var failure = assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> stage.toCompletableFuture().get(SECONDS_MAX, TimeUnit.SECONDS))
                .actual()
                .getCause();
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        service -> assertThat(service.kind()).isEqualTo(kind));
    }
}
