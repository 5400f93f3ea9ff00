package ballast.history.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.InvalidQueryException;
import ballast.guard.ServiceFailure;
import ballast.types.history.v1.EntryCursor;
import ballast.types.history.v1.History;
import ballast.types.history.v1.ListAccountsRequest;
import ballast.types.history.v1.ListEntriesRequest;
import ballast.types.history.v1.ListTransactionsRequest;
import ballast.types.history.v1.Order;
import ballast.types.history.v1.ReadBalancesRequest;
import ballast.types.history.v1.ReadTransactionsRequest;
import ballast.types.history.v1.TransactionFilter;
import ballast.types.protocol.v1.RecordedTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a History must do. Subclass it and say how to open an empty one, how to add to it, and how to open it again.
///
/// | Rule | |
/// | --- | --- |
/// | H1 | the change stream gives every transaction once, in order, from any position on |
/// | H2 | it waits for the first one as long as it was told, and answers with nothing when it waited in vain |
/// | H3 | a listing as of a position shows nothing later, however much is added between its pages |
/// | H4 | a listing goes on after a restart where it was |
/// | H5 | a question about a position that is not there is answered when it is, or refused as unavailable |
/// | H6 | a question that cannot be meant is refused by the name of its field, and nothing else is |
/// | H7 | an account that nobody has used has no balances and no entries |
/// | H8 | an empty history answers everything, with nothing |
/// | H9 | transactions by any filter, in either order, in pages of any size, are those that a scan finds |
/// | H10 | so are the entries of an account |
/// | H11 | so are accounts by the beginning of their address |
/// | H12 | balances at any moment, on each axis, are those that adding everything up gives |
/// | H13 | so are sums, and debits equal credits in the trial balance |
/// | H14 | all of that holds after a restart, and while more is added |
public abstract class HistoryContractTest {
    private static final int QUESTIONS = 150;
    private static final long SEED = Long.getLong("ballast.seed", System.nanoTime());

    private final RandomLedger ledger = new RandomLedger(SEED);
    private final InMemoryHistory everything = new InMemoryHistory();
    private History opened;
    private HistoryDriver history;
    private HistoryDriver scan;

    /// For JUnit, which calls [#open] before each test.
    protected HistoryContractTest() {
        opened = everything;
        history = new HistoryDriver(everything);
        scan = history;
    }

    /// A history of nothing.
    protected abstract History openEmpty();

    /// Adds the next transactions, all at once.
    protected abstract void append(History to, List<RecordedTransaction> transactions);

    /// What is left of a history after a restart.
    protected abstract History reopen(History ended);

    @BeforeEach
    final void open() {
        System.out.println("ballast.seed=" + SEED);
        opened = openEmpty();
        history = new HistoryDriver(opened);
    }

    @Test
    @DisplayName("H1: the change stream gives every transaction once, in order, from any position on")
    void streamsEverythingInOrder() {
        add(1_500);
        List<RecordedTransaction> seen = new ArrayList<>();
        for (int limit = 1; seen.size() < 1_500; limit = Math.min(1_000, 3 * limit)) {
            var piece = history.piece(ReadTransactionsRequest.newBuilder()
                    .setFrom(seen.size() + 1)
                    .setLimit(limit)
                    .setWaitMillis(10_000)
                    .build());
            assertThat(piece.getTransactionsCount()).isBetween(1, limit);
            seen.addAll(piece.getTransactionsList());
        }
        assertThat(seen).isEqualTo(all());
        var from =
                ReadTransactionsRequest.newBuilder().setFrom(1_499).setLimit(5).build();
        assertThat(history.piece(from).getTransactionsList()).isEqualTo(all().subList(1_498, 1_500));
        assertThat(history.piece(from).getPosition()).isEqualTo(1_500);
    }

    @Test
    @DisplayName("H2: the change stream waits for the first one, and no longer than it was told")
    void waitsForTheFirst() {
        add(3);
        caughtUp();
        var next = ReadTransactionsRequest.newBuilder().setFrom(4).setLimit(10);
        assertThat(history.piece(next.build()).getTransactionsList()).isEmpty();
        assertThat(history.piece(next.setWaitMillis(1).build()).getPosition()).isEqualTo(3);
        var waiting =
                opened.readTransactions(next.setWaitMillis(20_000).build()).toCompletableFuture();
        assertThat(waiting).isNotDone();
        add(1);
        assertThat(HistoryDriver.answer(waiting).getTransactionsList()).isEqualTo(all().subList(3, 4));
    }

    @Test
    @DisplayName("H3: a listing as of a position shows nothing later, whatever is added between its pages")
    void pagesAreOfOnePosition() {
        add(400);
        caughtUp();
        for (var order : List.of(Order.ORDER_NEWEST_FIRST, Order.ORDER_OLDEST_FIRST)) {
            var request = ListTransactionsRequest.newBuilder()
                    .setFilter(TransactionFilter.newBuilder().setAccount("bank"))
                    .setOrder(order)
                    .setLimit(5)
                    .setMinPosition(all().size());
            var expected = scan.transactions(request.build());
            var page = HistoryDriver.answer(opened.listTransactions(request.build()));
            List<RecordedTransaction> seen = new ArrayList<>(page.getTransactionsList());
            while (page.hasNext()) {
                add(3);
                caughtUp();
                request.setAsOf(page.getPosition()).setAfter(page.getNext());
                page = HistoryDriver.answer(opened.listTransactions(request.build()));
                seen.addAll(page.getTransactionsList());
            }
            assertThat(seen).isEqualTo(expected.items()).hasSizeGreaterThan(20);
        }
    }

    @Test
    @DisplayName("H4: a listing goes on after a restart where it was")
    void cursorsSurviveARestart() {
        add(600); // about 155 entries: more than two pages, whatever the seed
        caughtUp();
        for (var order : List.of(Order.ORDER_NEWEST_FIRST, Order.ORDER_OLDEST_FIRST)) {
            var request = ListEntriesRequest.newBuilder()
                    .setAccount("bank")
                    .setOrder(order)
                    .setLimit(30)
                    .setMinPosition(all().size());
            var expected = scan.entries(request.build());
            var page = HistoryDriver.answer(opened.listEntries(request.build()));
            var seen = new ArrayList<>(page.getEntriesList());
            while (page.hasNext()) {
                restart();
                add(3);
                caughtUp();
                request.setAsOf(page.getPosition()).setAfter(page.getNext());
                page = HistoryDriver.answer(opened.listEntries(request.build()));
                seen.addAll(page.getEntriesList());
            }
            assertThat(seen).isEqualTo(expected.items()).hasSizeGreaterThan(60);
        }
    }

    @Test
    @DisplayName("H5: a question about a position that is not there is answered later or refused as unavailable")
    void waitsForAPosition() {
        add(10);
        var beyond = ListEntriesRequest.newBuilder()
                .setAccount("bank")
                .setLimit(10)
                .setMinPosition(Long.MAX_VALUE)
                .build();
        assertThat(HistoryDriver.failure(opened.listEntries(beyond)))
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ServiceFailure.Kind.UNAVAILABLE));
        caughtUp();
        var there = beyond.toBuilder().setMinPosition(10).build();
        assertThat(history.entries(there).position()).isEqualTo(10);
    }

    @Test
    @DisplayName("H6: a question that cannot be meant is refused by the name of its field")
    void namesTheFieldThatIsWrong() {
        add(20);
        caughtUp();
        InvalidQuestions.TABLE.forEach(row -> assertThat(
                        HistoryDriver.failure(row.question().ask(opened)))
                .describedAs(row.field())
                .isInstanceOfSatisfying(
                        InvalidQueryException.class,
                        invalid -> assertThat(invalid.field()).isEqualTo(row.field())));
        for (var question : InvalidQuestions.AT_THE_LIMIT) {
            assertThat(HistoryDriver.answer(question.ask(opened))).isNotNull();
        }
    }

    @Test
    @DisplayName("H7: an account that nobody has used has no balances and no entries")
    void knowsNothingOfStrangers() {
        add(50);
        caughtUp();
        assertThat(history.balances(ReadBalancesRequest.newBuilder()
                                .setAccount("stranger")
                                .build())
                        .getAccountsList())
                .isEmpty();
        assertThat(history.balances(ReadBalancesRequest.newBuilder()
                                .setAccount("bank")
                                .setAsset("XAU")
                                .build())
                        .getAccountsList())
                .isEmpty();
        assertThat(history.entries(ListEntriesRequest.newBuilder()
                                .setAccount("stranger")
                                .setLimit(5)
                                .build())
                        .items())
                .isEmpty();
    }

    @Test
    @DisplayName("H8: an empty history answers everything, with nothing")
    void answersNothingFromNothing() {
        compare(0, 20);
        assertThat(history.piece(ReadTransactionsRequest.newBuilder()
                                .setFrom(1)
                                .setLimit(1)
                                .build())
                        .getPosition())
                .isZero();
    }

    @Test
    @DisplayName("H9: transactions by any filter are those that a scan finds")
    void transactionsAreThoseOfAScan() {
        add(600);
        caughtUp();
        var questions = questions(1);
        for (int i = 0; i < QUESTIONS; i++) {
            var request = questions.transactions();
            assertThat(history.transactions(request))
                    .describedAs("%s", request)
                    .isEqualTo(scan.transactions(atOnce(request)));
        }
    }

    @Test
    @DisplayName("H10: entries of an account are those that a scan finds")
    void entriesAreThoseOfAScan() {
        add(600);
        caughtUp();
        var questions = questions(2);
        for (int i = 0; i < QUESTIONS; i++) {
            var request = questions.entries();
            assertThat(history.entries(request)).describedAs("%s", request).isEqualTo(scan.entries(atOnce(request)));
        }
    }

    @Test
    @DisplayName(
            "H10: entries behind any place are those that a scan finds, whether or not a page has ever ended there")
    void goesOnBehindAnyPlace() {
        add(60);
        caughtUp();
        for (var order : List.of(Order.ORDER_NEWEST_FIRST, Order.ORDER_OLDEST_FIRST)) {
            for (long position : new long[] {0, 1, 30, 60, 61, (1L << 40) - 1, 1L << 40, Long.MAX_VALUE, -1}) {
                for (int entry : new int[] {0, 1, (1 << 23) - 1, 1 << 23, Integer.MAX_VALUE, -1}) {
                    var request = ListEntriesRequest.newBuilder()
                            .setAccount("bank")
                            .setOrder(order)
                            .setLimit(1_000)
                            .setAfter(EntryCursor.newBuilder()
                                    .setPosition(position)
                                    .setEntry(entry))
                            .build();
                    assertThat(history.entries(request))
                            .describedAs("%s", request)
                            .isEqualTo(scan.entries(request));
                }
            }
        }
    }

    @Test
    @DisplayName("H11: accounts by the beginning of their address are those that a scan finds")
    void accountsAreThoseOfAScan() {
        add(300);
        caughtUp();
        var questions = questions(3);
        for (int i = 0; i < QUESTIONS; i++) {
            var request = questions.accounts();
            assertThat(history.accounts(request)).describedAs("%s", request).isEqualTo(scan.accounts(atOnce(request)));
        }
    }

    @Test
    @DisplayName("H12: balances at any moment are those that adding everything up gives")
    void balancesAreThoseOfAScan() {
        add(600);
        caughtUp();
        var questions = questions(4);
        for (int i = 0; i < QUESTIONS; i++) {
            var request = questions.balances();
            assertThat(history.balances(request)).describedAs("%s", request).isEqualTo(scan.balances(request));
        }
    }

    @Test
    @DisplayName("H13: sums at any moment are those that adding everything up gives")
    void sumsAreThoseOfAScan() {
        add(600);
        caughtUp();
        var questions = questions(5);
        for (int i = 0; i < QUESTIONS; i++) {
            var request = questions.sums();
            assertThat(history.sums(request)).describedAs("%s", request).isEqualTo(scan.sums(request));
        }
    }

    @Test
    @DisplayName("H14: all of that holds after a restart, and while more is added")
    void agreesWithAScanOverRestarts() {
        for (int round = 0; round < 12; round++) {
            add(40);
            if (round % 3 == 2) {
                restart();
                add(5);
            }
            compare(round, 12);
        }
    }

    private void compare(int salt, int count) {
        caughtUp();
        var questions = questions(100 + salt);
        for (int i = 0; i < count; i++) {
            var transactions = questions.transactions();
            assertThat(history.transactions(transactions))
                    .describedAs("%s", transactions)
                    .isEqualTo(scan.transactions(atOnce(transactions)));
            var entries = questions.entries();
            assertThat(history.entries(entries)).describedAs("%s", entries).isEqualTo(scan.entries(atOnce(entries)));
            var accounts = questions.accounts();
            assertThat(history.accounts(accounts))
                    .describedAs("%s", accounts)
                    .isEqualTo(scan.accounts(atOnce(accounts)));
            var balances = questions.balances();
            assertThat(history.balances(balances)).describedAs("%s", balances).isEqualTo(scan.balances(balances));
            var sums = questions.sums();
            assertThat(history.sums(sums)).describedAs("%s", sums).isEqualTo(scan.sums(sums));
        }
    }

    /// A scan need not turn pages.
    private static ListTransactionsRequest atOnce(ListTransactionsRequest request) {
        return request.toBuilder().setLimit(1_000).build();
    }

    private static ListEntriesRequest atOnce(ListEntriesRequest request) {
        return request.toBuilder().setLimit(1_000).build();
    }

    private static ListAccountsRequest atOnce(ListAccountsRequest request) {
        return request.toBuilder().setLimit(1_000).build();
    }

    private RandomQuestions questions(int salt) {
        return new RandomQuestions(SEED + salt, everything.position(), ledger.timeMillis());
    }

    /// Adds so many transactions in blocks of different sizes.
    private void add(int count) {
        int left = count;
        int blockSize = 1;
        while (left > 0) {
            List<RecordedTransaction> block = new ArrayList<>();
            for (int i = Math.min(left, blockSize); i > 0; i--) {
                block.add(ledger.next());
            }
            append(opened, block);
            block.forEach(everything::add);
            left -= block.size();
            blockSize = blockSize % 23 + 3;
        }
    }

    /// Waits until everything that was added can be asked about.
    private void caughtUp() {
        if (everything.position() > 0) {
            history.piece(ReadTransactionsRequest.newBuilder()
                    .setFrom(everything.position())
                    .setLimit(1)
                    .setWaitMillis(20_000)
                    .build());
        }
    }

    private void restart() {
        opened = reopen(opened);
        history = new HistoryDriver(opened);
    }

    private List<RecordedTransaction> all() {
        return everything.recorded();
    }
}
