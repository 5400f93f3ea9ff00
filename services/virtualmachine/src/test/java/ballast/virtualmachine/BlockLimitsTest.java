package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogPosition;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.HoldReference;
import ballast.types.ledger.v1.Leg;
import ballast.types.ledger.v1.Release;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A few bytes can stand for much work. A block does so much of it and passes over its other transactions.
final class BlockLimitsTest {
    /// What one transaction can extend: 16 legs, each of which names 256 holds.
    private static final int HOLDS_A_TRANSACTION = 16 * 256;

    private final StateAccess state = new StateAccess(new InMemoryStateStorage(), 10_000, 1);
    private final BlockExecutor executor = new BlockExecutor(Contracts.builtIn(), state, new MemoryHistory());

    @Test
    void theDearestTransactionIsDone() {
        var executed = execute(List.of(HoldWorkMeasure.holds(), HoldWorkMeasure.extending(1, true)));
        assertThat(outcomes(executed)).allMatch(Outcome::hasCommitted);
        assertThat(deadlinesSet(executed)).isEqualTo(256 + HOLDS_A_TRANSACTION);
    }

    @Test
    void passesOverTheRestOfABlockThatHasLookedAtTooManyHolds() {
        var transactions = new ArrayList<>(List.of(HoldWorkMeasure.holds()));
        for (int number = 1; number <= 40; number++) {
            transactions.add(HoldWorkMeasure.extending(number, true));
        }
        var executed = execute(transactions);
        int done = 1 + BlockRun.HOLDS_MAX / HOLDS_A_TRANSACTION + 1;
        assertThat(executed.outcomes().subList(done, 41)).allMatch(outcome -> outcome.length == 0);
        assertThat(outcomes(executed)).hasSize(done).allMatch(Outcome::hasCommitted);
        assertThat(deadlinesSet(executed)).isEqualTo(256 + (done - 1) * HOLDS_A_TRANSACTION);
    }

    @Test
    void whatARefusedTransactionHasLookedAtCounts() {
        var transactions = new ArrayList<>(List.of(HoldWorkMeasure.holds()));
        for (int number = 1; number <= 40; number++) {
            transactions.add(refusedInTheEnd(number));
        }
        var executed = execute(transactions);
        assertThat(outcomes(executed))
                .hasSizeLessThan(41)
                .last()
                .extracting(outcome -> outcome.getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND);
        assertThat(executed.outcomes().getLast()).isSameAs(ExecutedBlock.PASSED_OVER);
    }

    /// As small as they can be written.
    @Test
    void aBlockFullOfLegsWithOneHoldEachIsDone() {
        var transactions = new ArrayList<>(List.of(HoldWorkMeasure.holds()));
        var legs = new Leg[256];
        Arrays.fill(
                legs,
                Leg.newBuilder()
                        .setExtend(ExtendHold.newBuilder().setHold(Messages.hold(Messages.id(0), 0)))
                        .build());
        long bytes = transactions.getFirst().size();
        for (int number = 1; bytes < Block.BYTES_MAX; number++) {
            var transaction = Messages.transaction(Messages.id(number), legs).toByteString();
            transactions.add(transaction);
            bytes += transaction.size();
        }
        assertThat(execute(transactions).outcomes()).noneMatch(outcome -> outcome.length == 0);
    }

    @Test
    void passesOverTheRestOfABlockThatHasReadTooManyOldOutcomes() {
        var legs = new Leg[256];
        Arrays.fill(legs, Messages.hold("x".repeat(64), "y".repeat(64), 1, 0));
        var transactions = new ArrayList<ByteString>();
        transactions.add(Messages.transaction(Messages.id(0), legs).toByteString());
        for (int number = 1; number <= 600; number++) {
            transactions.add(Messages.transaction(Messages.id(number), Messages.reverse(Messages.id(0)))
                    .toByteString());
        }
        var executed = execute(transactions);
        assertThat(outcomes(executed).getLast().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_TRANSACTION_NOT_REVERSIBLE);
        assertThat(executed.outcomes().getLast()).isSameAs(ExecutedBlock.PASSED_OVER);
    }

    private ExecutedBlock execute(List<ByteString> transactions) {
        return executor.execute(state.recover(), new LogPosition(1, 1), new Block(1, 1, 1_000, false, transactions));
    }

    /// Of those that were not passed over.
    private static List<Outcome> outcomes(ExecutedBlock executed) {
        return executed.outcomes().stream()
                .filter(outcome -> outcome.length > 0)
                .map(OutcomeReader::outcome)
                .toList();
    }

    private static long deadlinesSet(ExecutedBlock executed) {
        return executed.change().orElseThrow().differences().stream()
                .filter(difference ->
                        difference.getKey().size() == StateKeys.deadline(0).size()
                                && difference.getKey().byteAt(0) == StateKeys.DEADLINES.byteAt(0))
                .count();
    }

    /// Extends all holds in each leg but the last, which names one that there is not.
    private static ByteString refusedInTheEnd(int number) {
        var extend = HoldWorkMeasure.extend(1_000_000);
        var missing = Leg.newBuilder()
                .setRelease(
                        Release.newBuilder().setHold(HoldReference.newBuilder().setTransaction(Messages.id(999))))
                .build();
        var legs = Stream.concat(Stream.generate(() -> extend).limit(15), Stream.of(missing));
        return Messages.transaction(Messages.id(number), legs.toArray(Leg[]::new))
                .toByteString();
    }
}
