package ballast.history;

import ballast.guard.FailPoints;
import ballast.journal.BlockPlace;
import ballast.journal.Hash;
import ballast.journal.Journal;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.journal.JournalOptions;
import ballast.types.history.v1.FilterList;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.SumBalancesRequest;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.ledger.v1.Balances;
import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Transfer;
import ballast.types.protocol.v1.Int128;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.Transaction;
import com.google.protobuf.ByteString;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/// Measures how fast blocks are indexed and questions answered. Run by hand: arguments are the numbers of transactions
/// and of accounts, and a folder.
final class HistorySpeed {
    private static final int BLOCK = 8_190;

    private final Random random = new Random(1);
    private final long[] debits;
    private final long[] credits;
    private final long[] versions;

    private HistorySpeed(int accounts) {
        debits = new long[accounts];
        credits = new long[accounts];
        versions = new long[accounts];
    }

    public static void main(String[] arguments) throws Exception {
        int transactions = Integer.parseInt(arguments[0]);
        int accounts = Integer.parseInt(arguments[1]);
        new HistorySpeed(accounts).run(transactions, Files.createTempDirectory(Path.of(arguments[2]), "history"));
    }

    private void run(int transactions, Path folder) throws Exception {
        var options = JournalOptions.defaults();
        try (var journal = Journal.open(folder.resolve("journal"), options, FailPoints.disarmed())) {
            long journalBytes = write(journal, transactions);
            System.out.printf("journal: %d bytes a transaction%n", journalBytes / transactions);
            long start = System.nanoTime();
            try (var history = HistoryService.open(folder.resolve("history"), journal, HistoryOptions.defaults(), 1)) {
                ask(
                        "index from the journal's files",
                        () -> history.sumBalances(SumBalancesRequest.newBuilder()
                                .setPrefix("nobody")
                                .setMinPosition(0)
                                .build()));
                while (history.status().behind() > 0) {
                    Thread.onSpinWait();
                }
                long nanos = System.nanoTime() - start;
                System.out.printf(
                        "indexed by scan: %,d transactions/s, %d ns each%n",
                        transactions * 1_000_000_000L / nanos, nanos / transactions);
                var status = history.status();
                System.out.printf("index: %d bytes a transaction, %s%n", status.bytes() / transactions, status);
                questions(history, transactions);
            }
            start = System.nanoTime();
            try (var history = HistoryService.open(folder.resolve("history"), journal, HistoryOptions.defaults(), 2)) {
                System.out.printf("opened again in %d ms%n", (System.nanoTime() - start) / 1_000_000);
                System.out.println(history.status());
            }
        }
        rate(folder, transactions);
    }

    /// Only the index, with blocks that are in memory already.
    private void rate(Path folder, int transactions) throws Exception {
        var blocks = new ArrayList<JournalBlock>();
        var places = new ArrayList<BlockPlace>();
        try (var journal = Journal.open(folder.resolve("journal"), JournalOptions.defaults(), FailPoints.disarmed());
                var scan = journal.scan(1)) {
            for (int i = 0; i < Math.min(100, transactions / BLOCK); i++) {
                blocks.add(scan.next());
                places.add(scan.place());
            }
            for (int round = 0; round < 5; round++) {
                var fresh = Files.createTempDirectory(folder, "rate");
                try (var index = new IndexFolder(fresh, journal, 1).open()) {
                    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    for (int i = 0; i < blocks.size(); i++) {
                        index.add(blocks.get(i), places.get(i));
                    }
                    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
                    System.out.printf("index alone: %d ns of processor a transaction%n", nanos / index.position());
                }
            }
        }
    }

    private void questions(HistoryService history, long transactions) throws Exception {
        for (int round = 0; round < 3; round++) {
            var account = "account:" + random.nextInt(debits.length);
            ask(
                    "newest 100 entries of an account",
                    () -> history.listEntries(ListEntriesRequest.newBuilder()
                            .setAccount(account)
                            .setLimit(100)
                            .build()));
            ask(
                    "oldest 100 entries of an account",
                    () -> history.listEntries(ListEntriesRequest.newBuilder()
                            .setAccount(account)
                            .setOrder(Order.ORDER_OLDEST_FIRST)
                            .setLimit(100)
                            .build()));
            ask("balance at a position", () -> {
                var request = ReadBalancesRequest.newBuilder().setAccount(account);
                request.getAsOfBuilder().setPosition(transactions / 2);
                return history.readBalances(request.build());
            });
            ask("balance at a commit time", () -> {
                var request = ReadBalancesRequest.newBuilder().setAccount(account);
                request.getAsOfBuilder().setCommittedMillis(transactions / BLOCK / 2);
                return history.readBalances(request.build());
            });
            ask(
                    "transactions of two accounts both",
                    () -> history.listTransactions(ListTransactionsRequest.newBuilder()
                            .setFilter(TransactionFilter.newBuilder()
                                    .setAllOf(FilterList.newBuilder()
                                            .addTerms(TransactionFilter.newBuilder()
                                                    .setAccount(account))
                                            .addTerms(TransactionFilter.newBuilder()
                                                    .setAccount("account:1"))))
                            .setLimit(100)
                            .build()));
            ask(
                    "a walk over 100,000 that finds nothing",
                    () -> history.listTransactions(ListTransactionsRequest.newBuilder()
                            .setFilter(TransactionFilter.newBuilder().setAsset("XAU"))
                            .setLimit(100)
                            .build()));
            ask("trial balance now", () -> history.sumBalances(SumBalancesRequest.getDefaultInstance()));
            ask("trial balance half way", () -> {
                var request = SumBalancesRequest.newBuilder();
                request.getAsOfBuilder().setPosition(transactions / 2);
                return history.sumBalances(request.build());
            });
        }
    }

    private interface Asking {
        CompletionStage<?> ask() throws Exception;
    }

    private static void ask(String what, Asking asking) throws Exception {
        long start = System.nanoTime();
        asking.ask().toCompletableFuture().get();
        System.out.printf("%s: %,d us%n", what, (System.nanoTime() - start) / 1_000);
    }

    private long write(Journal journal, int transactions) {
        long bytes = 0;
        for (long position = 1; position <= transactions; ) {
            List<JournalEntry> entries = new ArrayList<>();
            long first = position;
            while (entries.size() < BLOCK && position <= transactions) {
                var entry = entry(position++, journal.height() + 1);
                entries.add(entry);
                bytes += BlockPlace.entryBytes(entry);
            }
            journal.append(new JournalBlock(journal.height() + 1, journal.height() + 1, first, entries, Hash.ZERO));
        }
        return bytes;
    }

    private JournalEntry entry(long position, long millis) {
        int from = random.nextInt(debits.length);
        int to = random.nextInt(debits.length);
        long amount = 1L + random.nextInt(100);
        debits[from] += amount;
        credits[to] += amount;
        var transaction = Transaction.newBuilder()
                .setId(ByteString.copyFrom(ByteBuffer.allocate(16)
                        .putLong(position)
                        .putLong(random.nextLong())
                        .flip()))
                .addLegs(Leg.newBuilder()
                        .setTransfer(Transfer.newBuilder()
                                .setFrom("account:" + from)
                                .setTo("account:" + to)
                                .setAsset("USD/2")
                                .setAmount(int128(amount))));
        var outcome = Outcome.newBuilder()
                .setPosition(position)
                .setTimeMillis(millis)
                .setCommitted(ByteString.EMPTY)
                .addEntries(entry(from, EntryKind.ENTRY_KIND_DEBIT, amount))
                .addEntries(entry(to, EntryKind.ENTRY_KIND_CREDIT, amount));
        return new JournalEntry(
                transaction.build().toByteArray(), outcome.build().toByteArray());
    }

    private Entry.Builder entry(int account, EntryKind kind, long amount) {
        return Entry.newBuilder()
                .setAccount("account:" + account)
                .setAsset("USD/2")
                .setKind(kind)
                .setAmount(int128(amount))
                .setAfter(Balances.newBuilder()
                        .setDebitsPosted(int128(debits[account]))
                        .setCreditsPosted(int128(credits[account]))
                        .setDebitsPending(int128(0))
                        .setCreditsPending(int128(0)))
                .setVersion(++versions[account]);
    }

    private static Int128 int128(long number) {
        return Int128.newBuilder().setLow(number).build();
    }
}
