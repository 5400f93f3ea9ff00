package ballast.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.history.Violation.Rule;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PositionHistoryTest {
    private static final int SEEDS = 100;

    @Test
    void findsNothingWrongWithWhatARightServerDoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var history = new GeneratedHistory(seed);
            assertThat(PositionHistory.violations(history.transfers, history.reads))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void acceptsThatNothingHappened() {
        var read = new ReadRecord("a", 0, BigInteger.ZERO, 1, 2);
        assertThat(PositionHistory.violations(List.of(), List.of(read))).isEmpty();
    }

    /// One change to a right history a row, and the promise that it breaks.
    static Stream<Arguments> mutations() {
        return Stream.of(
                mutation("a position given twice", Rule.A_POSITION_HAS_ONE_TRANSFER, history -> {
                    int i = someTransfer(history, 1);
                    history.transfers.set(
                            i,
                            at(
                                    history.transfers.get(i),
                                    history.transfers.get(i).position() - 1));
                }),
                mutation("an acknowledged transfer lost", Rule.POSITIONS_ARE_DENSE, history -> {
                    UUID lost = history.transfers
                            .get(someTransfer(history, 0))
                            .transfer()
                            .key();
                    history.transfers.removeIf(
                            transfer -> transfer.transfer().key().equals(lost));
                }),
                mutation("a transfer carried out twice", Rule.A_KEY_HAS_ONE_ANSWER, history -> {
                    TransferRecord twice = history.transfers.get(someTransfer(history, 0));
                    history.transfers.add(at(twice, history.transfers.size() + 1));
                }),
                mutation("another transfer under the same key", Rule.A_KEY_HAS_ONE_ANSWER, history -> {
                    TransferRecord one = history.transfers.get(someTransfer(history, 0));
                    var other = new Transfer(one.transfer().key(), "thief", "thief", BigInteger.ONE);
                    history.transfers.add(new TransferRecord(other, one.position(), one.result(), 0, Long.MAX_VALUE));
                }),
                mutation("a repeat answered otherwise", Rule.A_KEY_HAS_ONE_ANSWER, history -> {
                    TransferRecord again = history.transfers.getLast();
                    history.transfers.set(
                            history.transfers.size() - 1, with(again, new Result.Committed(BigInteger.TEN.pow(9))));
                }),
                mutation("a balance in an answer off by one", Rule.RESULTS_FOLLOW_FROM_THE_ORDER, history -> {
                    changeResult(history, balance -> new Result.Committed(balance.add(BigInteger.ONE)));
                }),
                mutation("a refusal of what must be done", Rule.RESULTS_FOLLOW_FROM_THE_ORDER, history -> {
                    changeResult(history, balance -> new Result.Refused(Result.Reason.SENDER_BALANCE_OVERFLOW));
                }),
                mutation("a refusal for the wrong reason", Rule.RESULTS_FOLLOW_FROM_THE_ORDER, history -> {
                    int i = some(history, history.transfers, transfer -> transfer.result() instanceof Result.Refused);
                    UUID key = history.transfers.get(i).transfer().key();
                    history.transfers.replaceAll(
                            transfer -> transfer.transfer().key().equals(key)
                                    ? with(transfer, new Result.Refused(Result.Reason.RECEIVER_BALANCE_OVERFLOW))
                                    : transfer);
                }),
                mutation("a read off by one", Rule.READS_FOLLOW_FROM_THE_ORDER, history -> {
                    int i = history.random.nextInt(history.reads.size());
                    ReadRecord read = history.reads.get(i);
                    history.reads.set(
                            i, of(read, read.position(), read.balance().add(BigInteger.ONE)));
                }),
                mutation("a read that names a position nobody has", Rule.READS_FOLLOW_FROM_THE_ORDER, history -> {
                    ReadRecord read = history.reads.getLast();
                    history.reads.set(history.reads.size() - 1, of(read, read.position() + 1, read.balance()));
                }),
                mutation("a read of an old state that claims to be new", Rule.READS_FOLLOW_FROM_THE_ORDER, history -> {
                    int i = history.reads.size() - 1;
                    ReadRecord read = history.reads.get(i);
                    history.reads.set(
                            i,
                            of(
                                    read,
                                    read.position(),
                                    balanceAt(history, read.account(), read.position() / 2, read.balance())));
                }),
                mutation(
                        "a stale read, consistent with its old position",
                        Rule.THE_ORDER_RESPECTS_REAL_TIME,
                        history -> {
                            int i = history.reads.size() - 1;
                            ReadRecord read = history.reads.get(i);
                            long old = read.position() / 2;
                            history.reads.set(
                                    i, of(read, old, balanceAt(history, read.account(), old, BigInteger.ZERO)));
                        }),
                mutation("an answer before something earlier was asked", Rule.THE_ORDER_RESPECTS_REAL_TIME, history -> {
                    int i = someTransfer(history, 50);
                    TransferRecord early = history.transfers.get(i);
                    long before = history.transfers.get(i - 50).invokedNanos() - 1;
                    history.transfers.set(
                            i,
                            new TransferRecord(early.transfer(), early.position(), early.result(), before - 1, before));
                }),
                mutation(
                        "a transfer answered before the read that did not see it",
                        Rule.THE_ORDER_RESPECTS_REAL_TIME,
                        history -> {
                            int i = some(history, history.reads, read -> read.position() > 0 && read.position() < 300);
                            ReadRecord read = history.reads.get(i);
                            history.reads.set(
                                    i,
                                    new ReadRecord(
                                            read.account(), read.position(), read.balance(), 1L << 40, 1L << 41));
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutations")
    void findsEveryMutation(String name, Rule broken, Consumer<GeneratedHistory> mutation) {
        for (int seed = 0; seed < SEEDS; seed++) {
            var history = new GeneratedHistory(seed);
            mutation.accept(history);

            assertThat(PositionHistory.violations(history.transfers, history.reads))
                    .as("%s, seed %d", name, seed)
                    .extracting(Violation::rule)
                    .contains(broken);
        }
    }

    private static Arguments mutation(String name, Rule broken, Consumer<GeneratedHistory> change) {
        return Arguments.of(name, broken, change);
    }

    /// The index of a transfer's first record, with at least `before` others in front of it and one behind it.
    private static int someTransfer(GeneratedHistory history, int before) {
        int distinct = Math.toIntExact(history.transfers.stream()
                .map(TransferRecord::transfer)
                .distinct()
                .count());
        return before + history.random.nextInt(distinct - 1 - before);
    }

    private static <T> int some(GeneratedHistory history, List<T> records, Predicate<T> wanted) {
        int start = history.random.nextInt(records.size());
        for (int i = 0; i < records.size(); i++) {
            int index = (start + i) % records.size();
            if (wanted.test(records.get(index))) {
                return index;
            }
        }
        throw new IllegalStateException("the generator made none");
    }

    /// Changes what a committed transfer came to, in all of its records.
    private static void changeResult(GeneratedHistory history, Function<BigInteger, Result> change) {
        int i = some(history, history.transfers, transfer -> transfer.result() instanceof Result.Committed);
        TransferRecord changed = history.transfers.get(i);
        if (changed.result() instanceof Result.Committed(BigInteger balance)) {
            history.transfers.replaceAll(transfer ->
                    transfer.transfer().equals(changed.transfer()) ? with(transfer, change.apply(balance)) : transfer);
        }
    }

    /// The balance at a position, or something else if that would be `not`.
    private static BigInteger balanceAt(GeneratedHistory history, String account, long position, BigInteger not) {
        var ledger = new ModelLedger();
        Set<UUID> applied = new HashSet<>();
        history.transfers.stream()
                .filter(transfer -> transfer.position() <= position)
                .filter(transfer -> applied.add(transfer.transfer().key()))
                .forEach(transfer -> ledger.apply(transfer.transfer()));
        BigInteger balance = ledger.balance(account);
        return not.signum() != 0 && balance.equals(not) ? balance.add(BigInteger.TWO) : balance;
    }

    private static TransferRecord at(TransferRecord record, long position) {
        return new TransferRecord(
                record.transfer(), position, record.result(), record.invokedNanos(), record.returnedNanos());
    }

    private static TransferRecord with(TransferRecord record, Result result) {
        return new TransferRecord(
                record.transfer(), record.position(), result, record.invokedNanos(), record.returnedNanos());
    }

    private static ReadRecord of(ReadRecord record, long position, BigInteger balance) {
        return new ReadRecord(record.account(), position, balance, record.invokedNanos(), record.returnedNanos());
    }
}
