package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.call;
import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.ledger.Address;
import ballast.ledger.Balance;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.statestorage.v1.StateDifference;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BlockExecutorTest {
    private static final LogPosition LOG = new LogPosition(2, 40);
    private static final StateTip TIP = new StateTip(new LogPosition(2, 39), 5, 100, 1_000, Hash.ZERO);
    private static final ByteString CHECK = ByteString.copyFromUtf8("check");

    private final CountingStateStorage storage =
            new CountingStateStorage(new InMemoryStateStorage(5, Map.of(StateKeys.TIP, TIP.encoded())));
    private final StateAccess state = new StateAccess(storage, 10_000, 0);

    @Test
    void givesEachNewTransactionTheNextPositionAndTheBlocksTime() {
        var executed = execute(2_000, transfer(1, 17), transfer(2, 3));
        assertThat(executed.outcomes()).extracting(Outcome::getPosition).containsExactly(101L, 102L);
        assertThat(executed.outcomes()).extracting(Outcome::getTimeMillis).containsExactly(2_000L, 2_000L);
        var change = executed.change().orElseThrow();
        assertThat(change.tip().log()).isEqualTo(LOG);
        assertThat(change.tip().height()).isEqualTo(6);
        assertThat(change.tip().position()).isEqualTo(102);
        assertThat(change.journalBlock().firstPosition()).isEqualTo(101);
        assertThat(change.journalBlock().timeMillis()).isEqualTo(2_000);
        assertThat(change.journalBlock().stateDigest()).isEqualTo(change.tip().digest());
    }

    @Test
    void neverLetsTimeGoBack() {
        assertThat(execute(999, transfer(1, 17)).outcomes())
                .extracting(Outcome::getTimeMillis)
                .containsExactly(1_000L);
    }

    @Test
    void readsEverythingThatABlockOfTransfersNeedsAtOnce() {
        execute(0, transfer(1, 17), transfer(2, 3), transfer(2, 3));
        assertThat(storage.reads()).describedAs("the tip, then the block").hasSize(2);
        assertThat(storage.reads().getLast()).hasSize(4);
        assertThat(storage.writes()).isEmpty();
    }

    @Test
    void listsDifferencesInTheOrderOfTheFirstTouchAndTheTipLast() {
        var change = execute(0, transfer(1, 17), transfer(2, 3)).change().orElseThrow();
        assertThat(change.differences())
                .extracting(StateDifference::getKey)
                .containsExactly(
                        StateKeys.account(new Address("user1")),
                        StateKeys.account(new Address("user2")),
                        StateKeys.transaction(id(1)),
                        StateKeys.transaction(id(2)),
                        StateKeys.TIP);
        assertThat(change.differences().getFirst().getValue()).isEqualTo(BalanceValue.encoded(Balance.of(-20)));
        assertThat(change.differences().getLast().getValue())
                .isEqualTo(change.tip().encoded());
    }

    @Test
    void executesARepeatInsideTheBlockOnce() {
        var executed = execute(0, transfer(1, 17), transfer(1, 17), transfer(1, 18));
        assertThat(executed.outcomes().get(1)).isEqualTo(executed.outcomes().get(0));
        assertThat(executed.outcomes().get(2).getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED);
        assertThat(executed.outcomes().get(2).getPosition()).isEqualTo(101);
        assertThat(executed.change().orElseThrow().journalBlock().entries()).hasSize(1);
    }

    @Test
    void changesNothingForABlockOfRepeats() {
        var first = execute(0, transfer(1, 17)).change().orElseThrow();
        state.write(6, first.differences());
        var repeated = executor().execute(first.tip(), new LogPosition(2, 41), block(9_999, transfer(1, 17)));
        assertThat(repeated.change()).isEmpty();
        assertThat(repeated.outcomes()).extracting(Outcome::getTimeMillis).containsExactly(1_000L);
    }

    @Test
    void neitherRecordsNorPlacesATransactionWithoutAnId() {
        var executed = execute(0, transaction(ByteString.EMPTY, Messages.transfer("user1", "user2", 17)));
        assertThat(executed.change()).isEmpty();
        var outcome = executed.outcomes().getFirst();
        assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ID_MALFORMED);
        assertThat(outcome.getPosition()).isZero();
        assertThat(storage.reads()).describedAs("the tip alone").hasSize(1);
    }

    @Test
    void recordsARefusalAndItAlone() {
        var change = execute(0, transfer(1, 0)).change().orElseThrow();
        assertThat(change.differences())
                .extracting(StateDifference::getKey)
                .containsExactly(StateKeys.transaction(id(1)), StateKeys.TIP);
        assertThat(change.journalBlock().entries()).hasSize(1);
    }

    @Test
    void refusesAnEnvelopeOfAnotherVersion() {
        var unknownField = ByteString.copyFrom(new byte[] {0x78, 1});
        var good = transfer(1, 17);
        for (var bytes : List.of(
                good.toByteString().concat(unknownField),
                envelope(good.getCall().toByteString().concat(unknownField)))) {
            var executed = executor().execute(TIP, LOG, new Block(1, 1, 0, List.of(bytes)));
            assertThat(executed.outcomes().getFirst().getRefused().getReason())
                    .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        }
    }

    @Test
    void stopsAtABlockThatHoldsAnythingElse() {
        var noise = new Block(1, 1, 0, List.of(ByteString.copyFrom(new byte[] {-1, -1})));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> executor().execute(TIP, LOG, noise))
                .withMessage("a block holds transactions");
    }

    @Test
    void givesTheSameBytesTwice() {
        var block = block(5_000, transfer(1, 17), transfer(2, 0), transfer(1, 17), transfer(3, 1));
        var once = executor().execute(TIP, LOG, block);
        var otherState = new StateAccess(storage, 10_000, 4_711);
        otherState.recover();
        var other = new BlockExecutor(ledger(), otherState).execute(TIP, LOG, block);
        assertThat(other.outcomes()).isEqualTo(once.outcomes());
        assertThat(other.change().orElseThrow().tip())
                .isEqualTo(once.change().orElseThrow().tip());
        assertThat(other.change().orElseThrow().differences())
                .isEqualTo(once.change().orElseThrow().differences());
        assertThat(JournalComparison.difference(
                        other.change().orElseThrow().journalBlock(),
                        once.change().orElseThrow().journalBlock()))
                .isEmpty();
    }

    @Test
    void dropsWhatARefusedContractChanged() {
        var change = executeWith(new ContractThatWritesAndRefuses(), transaction(id(1), call("test", "Run", CHECK)))
                .change()
                .orElseThrow();
        assertThat(change.differences())
                .extracting(StateDifference::getKey)
                .containsExactly(StateKeys.transaction(id(1)), StateKeys.TIP);
    }

    @Test
    void letsAContractReadKeysThatItDidNotExpect() {
        var executed = executeWith(
                new ContractThatMintsMoney("user1", "user1", 0), transaction(id(1), call("test", "Run", CHECK)));
        assertThat(executed.outcomes().getFirst().hasCommitted()).isTrue();
        assertThat(storage.reads()).hasSize(3);
    }

    @Test
    void stopsWhenBalancesDoNotSumToWhatTheyWere() {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> executeWith(
                        new ContractThatMintsMoney("user1", "user2", 1),
                        transaction(id(1), call("test", "Run", CHECK))))
                .withMessage("a block moves balances and creates none");
    }

    @Test
    void stopsWhenAResultDoesNotFitItsRecord() {
        assertThat(executeWith(
                                new ContractThatAnswers(BlockExecutor.RESULT_BYTES_MAX),
                                transaction(id(1), call("test", "Run", CHECK)))
                        .change()
                        .orElseThrow()
                        .differences()
                        .getFirst()
                        .getValue()
                        .size())
                .isBetween(4_000, 4_095);
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> executeWith(
                        new ContractThatAnswers(BlockExecutor.RESULT_BYTES_MAX + 1),
                        transaction(id(1), call("test", "Run", CHECK))))
                .withMessage("a result fits its record");
    }

    private ExecutedBlock execute(long timeMillis, Transaction... transactions) {
        return executor().execute(TIP, LOG, block(timeMillis, transactions));
    }

    private ExecutedBlock executeWith(Contract contract, Transaction... transactions) {
        state.recover();
        return new BlockExecutor(new Contracts(List.of(contract)), state).execute(TIP, LOG, block(0, transactions));
    }

    private BlockExecutor executor() {
        state.recover();
        return new BlockExecutor(ledger(), state);
    }

    private static Contracts ledger() {
        return new Contracts(List.of(new LedgerContract()));
    }

    private static Block block(long timeMillis, Transaction... transactions) {
        return new Block(
                1,
                1,
                timeMillis,
                Stream.of(transactions).map(Transaction::toByteString).toList());
    }

    private static Transaction transfer(long number, long amount) {
        return transaction(id(number), Messages.transfer("user1", "user2", amount));
    }

    /// A transaction that carries these bytes as its call.
    private static ByteString envelope(ByteString call) {
        return transaction(id(1), Messages.transfer("a", "b", 1)).toBuilder()
                .clearCall()
                .build()
                .toByteString()
                .concat(ByteString.copyFrom(new byte[] {0x12, (byte) call.size()}))
                .concat(call);
    }
}
