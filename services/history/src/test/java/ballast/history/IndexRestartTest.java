package ballast.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.history.testing.InMemoryHistory;
import ballast.history.testing.RandomLedger;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.protocol.v1.RecordedTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a crash or a bad disk leaves of the index, the answers after a restart are those of a scan.
final class IndexRestartTest {
    private static final List<String> FILES = List.of("positions.index", "postings.index", "terms.index");
    private static final HistoryOptions OPTIONS =
            HistoryOptions.defaults().withMarkPositions(50).withPatienceMillis(20_000);

    private final RandomLedger ledger = new RandomLedger(11);
    private final InMemoryHistory everything = new InMemoryHistory();
    private JournaledHistory history;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        history = new JournaledHistory(folder, OPTIONS);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void anIndexThatIsCutOffAnywhereIsBuiltAgain() {
        add(200);
        check();
        for (var file : FILES) {
            for (int part = 0; part < 8; part++) {
                int eighth = part;
                history.restart(() -> truncate(file, size(file) * eighth / 8));
                check();
            }
        }
    }

    @Test
    void whatStandsBehindTheMarkIsForgotten() {
        add(200);
        check();
        for (int bytes : List.of(1, 31, 32, 100_000)) {
            history.restart(() -> FILES.forEach(file -> append(file, bytes)));
            check();
            add(3);
            check();
        }
    }

    @Test
    void anOlderMarkWithNewerFilesIsEnough() {
        add(200);
        check();
        history.restart(() -> copy("index.mark", "kept.mark"));
        add(300);
        check();
        long terms = history.service().status().terms();
        history.restart(() -> copy("kept.mark", "index.mark"));
        check();
        assertThat(history.service().status().terms()).isEqualTo(terms);
    }

    @Test
    void anyByteThatWasChangedIsNoticed() {
        add(60);
        check();
        for (var file : List.of("postings.index", "terms.index", "index.mark")) {
            for (int i = 0; i < 12; i++) {
                int twelfth = i;
                history.restart(() -> flip(file, size(file) * twelfth / 12));
                check();
            }
        }
    }

    @Test
    void aPositionThatWasChangedIsNotAnswered() {
        add(60);
        check();
        history.restart(() -> flip("positions.index", 16L * 30 + 15));
        var request = ReadTransactionsRequest.newBuilder()
                .setFrom(1)
                .setLimit(1_000)
                .setWaitMillis(10_000)
                .build();
        assertThat(history.service().readTransactions(request).toCompletableFuture())
                .failsWithin(30, TimeUnit.SECONDS)
                .withThrowableThat()
                .withMessageContaining("history cannot be read");
        history.restart(this::deleteAll);
        check();
    }

    @Test
    void aFolderThatIsGoneIsBuiltAgain() {
        add(200);
        check();
        history.restart(this::deleteAll);
        check();
        assertThat(history.service().status().behind()).isZero();
    }

    @Test
    void theIndexOfAnotherJournalIsNotTaken() {
        add(100);
        check();
        history.restart(() -> copy("index.mark", "kept.mark"));
        history.restart(() -> deleteFolder("journal"));
        var other = new RandomLedger(12);
        var otherwise = new InMemoryHistory();
        List<RecordedTransaction> block = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            block.add(other.next());
            otherwise.add(block.getLast());
            if (block.size() == 5) {
                history.append(block);
                block.clear();
            }
        }
        check(otherwise);
        history.restart(() -> copy("kept.mark", "index.mark"));
        check(otherwise);
    }

    @Test
    void aMarkBeyondTheJournalIsNotTaken() {
        add(100);
        check();
        history.restart(() -> deleteFolder("journal"));
        check(new InMemoryHistory());
        assertThat(history.service().status().position()).isZero();
    }

    @Test
    void aFolderThatIsNoFolderIsRefused() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        var index = new IndexFolder(folder.resolve("file"), history.journal(), 1);
        assertThatExceptionOfType(HistoryException.class)
                .isThrownBy(index::open)
                .withMessageStartingWith("cannot open the index in ");
    }

    private void add(int count) {
        List<RecordedTransaction> block = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            block.add(ledger.next());
            if (block.size() == 10 || i == count - 1) {
                history.append(block);
                block.forEach(everything::add);
                block.clear();
            }
        }
    }

    private void check() {
        check(everything);
    }

    private void check(InMemoryHistory scan) {
        var sums =
                SumBalancesRequest.newBuilder().setMinPosition(scan.position()).build();
        var entries = ListEntriesRequest.newBuilder()
                .setAccount("bank")
                .setLimit(1_000)
                .setMinPosition(scan.position())
                .build();
        var accounts = ListAccountsRequest.newBuilder()
                .setLimit(1_000)
                .setMinPosition(scan.position())
                .build();
        var service = history.service();
        assertThat(service.sumBalances(sums).toCompletableFuture())
                .succeedsWithin(30, TimeUnit.SECONDS)
                .isEqualTo(scan.sumBalances(sums).toCompletableFuture().join());
        assertThat(service.listEntries(entries).toCompletableFuture())
                .succeedsWithin(30, TimeUnit.SECONDS)
                .isEqualTo(scan.listEntries(entries).toCompletableFuture().join());
        assertThat(service.listAccounts(accounts).toCompletableFuture())
                .succeedsWithin(30, TimeUnit.SECONDS)
                .isEqualTo(scan.listAccounts(accounts).toCompletableFuture().join());
    }

    private long size(String file) {
        try {
            return Files.size(history.index().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void truncate(String file, long bytes) {
        change(file, channel -> channel.truncate(bytes));
    }

    private void append(String file, int bytes) {
        byte[] garbage = new byte[bytes];
        Arrays.fill(garbage, (byte) 0x5A);
        change(file, channel -> channel.write(ByteBuffer.wrap(garbage), channel.size()));
    }

    private void flip(String file, long at) {
        change(file, channel -> {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10)).flip();
            channel.write(one, at);
        });
    }

    private void copy(String from, String to) {
        try {
            Files.copy(history.index().resolve(from), history.index().resolve(to), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteAll() {
        deleteFolder("history");
    }

    private void deleteFolder(String name) {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void change(String file, Change change) {
        try (var channel =
                FileChannel.open(history.index().resolve(file), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            change.make(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Change {
        void make(FileChannel channel) throws IOException;
    }
}
