package ballast.virtualmachine;

import ballast.consensus.LogPosition;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.statestorage.v1.StateStorage;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Measures what the dearest transaction costs: 16 legs, each of which extends all 256 holds of a transaction.
///
/// Arguments: how many of them stand in a block. Prints one line for each of five blocks; the first ones warm up.
final class HoldWorkMeasure {
    private static final int BLOCKS = 5;
    private static final int HOLDS = 256;
    private static final int LEGS = 16;
    private static final int SEED = 7;

    private HoldWorkMeasure() {}

    public static void main(String[] arguments) {
        measure("in memory", new InMemoryStateStorage(), Integer.parseInt(arguments[0]));
    }

    static void measure(String name, StateStorage storage, int transactions) {
        var state = new StateAccess(storage, 10_000, SEED);
        var tip = state.recover();
        var history = new MemoryHistory();
        var executor = new BlockExecutor(Contracts.builtIn(), state, history);
        tip = executed(executor, state, history, tip, List.of(holds()));
        for (int block = 1; block <= BLOCKS; block++) {
            int first = block * transactions;
            var extending = IntStream.range(first, first + transactions)
                    .mapToObj(number -> extending(number, true))
                    .toList();
            long begin = System.nanoTime();
            tip = executed(executor, state, history, tip, extending);
            double nanos = System.nanoTime() - begin;
            System.out.printf(
                    "%s, block of %d transactions, %d bytes: %,.1f ms, %,.0f ns a hold%n",
                    name,
                    transactions,
                    extending.stream().mapToInt(ByteString::size).sum(),
                    nanos / 1e6,
                    nanos / transactions / LEGS / HOLDS);
        }
    }

    private static StateTip executed(
            BlockExecutor executor,
            StateAccess state,
            MemoryHistory history,
            StateTip before,
            List<ByteString> transactions) {
        var block = new Block(1, before.height() + 1, 1_700_000_000_000L, false, transactions);
        var change = executor.execute(before, new LogPosition(1, before.height() + 1), block)
                .change()
                .orElseThrow();
        history.append(change.journalBlock());
        state.write(change.tip().height(), change.differences());
        return change.tip();
    }

    /// Each of 256 legs holds something.
    static ByteString holds() {
        var legs = new Leg[HOLDS];
        Arrays.fill(legs, Messages.hold("a", "b", 1, 1_000_000));
        return Messages.transaction(Messages.id(0), legs).toByteString();
    }

    /// Each of 16 legs extends them all.
    ///
    /// @param sooner a deadline earlier than all before it sinks to the top of the heap
    static ByteString extending(int number, boolean sooner) {
        var legs = new Leg[LEGS];
        for (int leg = 0; leg < LEGS; leg++) {
            legs[leg] = extend(1_000_000_000L - (sooner ? LEGS * number + leg : 0));
        }
        return Messages.transaction(Messages.id(number), legs).toByteString();
    }

    static Leg extend(long timeoutMillis) {
        return Leg.newBuilder()
                .setExtend(ExtendHold.newBuilder()
                        .setHold(HoldReference.newBuilder().setTransaction(Messages.id(0)))
                        .setTimeoutMillis(timeoutMillis))
                .build();
    }
}
