package ballast.virtualmachine;

import static ballast.virtualmachine.testing.Messages.id;
import static ballast.virtualmachine.testing.Messages.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogPosition;
import ballast.journal.Hash;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.ledger.LedgerTransaction;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.ledger.v1.Comparison;
import ballast.types.ledger.v1.Entry;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.statestorage.v1.StateDifference;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BlockExecutorTest {
    private static final LogPosition LOG = new LogPosition(2, 40);
    private static final StateTip TIP = new StateTip(new LogPosition(2, 39), 5, 100, 1_000, Hash.ZERO);

    private final CountingStateStorage storage =
            new CountingStateStorage(new InMemoryStateStorage(5, Map.of(StateKeys.TIP, TIP.encoded())));
    private final StateAccess state = new StateAccess(storage, 10_000, 0);
    private final MemoryHistory history = new MemoryHistory(5);

    @Test
    void givesEachNewTransactionTheNextPositionAndTheBlocksTime() {
        var executed = execute(2_000, transfer(1, 17), transfer(2, 3));
        assertThat(outcomes(executed)).extracting(Outcome::getPosition).containsExactly(101L, 102L);
        assertThat(outcomes(executed)).extracting(Outcome::getTimeMillis).containsExactly(2_000L, 2_000L);
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
        assertThat(outcomes(execute(999, transfer(1, 17))))
                .extracting(Outcome::getTimeMillis)
                .containsExactly(1_000L);
    }

    @Test
    void readsEverythingThatABlockOfTransfersNeedsAtOnce() {
        execute(0, transfer(1, 17), transfer(2, 3), transfer(2, 3));
        assertThat(storage.reads())
                .describedAs("the tip, what is named, what that leads to")
                .hasSize(3);
        assertThat(storage.reads().get(1))
                .describedAs("two deadline keys, ids, accounts")
                .hasSize(6);
        assertThat(storage.reads().getLast())
                .describedAs("the assets of new accounts")
                .hasSize(2);
        assertThat(storage.writes()).isEmpty();
    }

    @Test
    void readsForALargeBlockPartByPartAndNothingTwice() {
        var transfers = IntStream.rangeClosed(1, BlockExecutor.PART + 1)
                .mapToObj(number -> transfer(number, 17))
                .toArray(Transaction[]::new);
        var executed = execute(0, transfers);
        assertThat(outcomes(executed)).hasSize(BlockExecutor.PART + 1).allMatch(Outcome::hasCommitted);
        assertThat(storage.reads())
                .describedAs("the tip, two for the first part, one for the second, which leads to nothing")
                .hasSize(4);
        assertThat(storage.reads().getLast())
                .containsExactly(StateKeys.transaction(LedgerMessages.idOf(id(BlockExecutor.PART + 1))));
        assertThat(storage.reads().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void listsDifferencesInTheOrderOfTheFirstTouchAndTheTipLast() {
        var change = execute(0, transfer(1, 17), transfer(2, 3)).change().orElseThrow();
        assertThat(change.differences())
                .extracting(StateDifference::getKey)
                .containsExactly(
                        StateKeys.assets(account("user1").address()),
                        StateKeys.account(account("user1")),
                        StateKeys.assets(account("user2").address()),
                        StateKeys.account(account("user2")),
                        StateKeys.transaction(LedgerMessages.idOf(id(1))),
                        StateKeys.transaction(LedgerMessages.idOf(id(2))),
                        StateKeys.TIP);
        assertThat(change.differences().getLast().getValue())
                .isEqualTo(change.tip().encoded());
    }

    @Test
    void digestsTheStateBeforeAndEveryDifferenceButTheTip() {
        var change = execute(0, transfer(1, 17), transfer(2, 3)).change().orElseThrow();
        var digest = new StateDigest();
        digest.begin(TIP.digest(), 6, false);
        change.differences().subList(0, change.differences().size() - 1).forEach(digest::add);
        assertThat(change.tip().digest()).isEqualTo(digest.end());
    }

    @Test
    void keepsNothingOfATransactionWhoseSecondLegIsRefused() {
        var half = transaction(id(1), Messages.hold("user1", "user2", 5, 1_000), Messages.capture(id(9), 0));
        var executed = execute(0, half, transfer(2, 17));
        var refused = outcomes(executed).getFirst();
        assertThat(refused.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_NOT_FOUND);
        assertThat(refused.getPosition()).isEqualTo(101);
        var after = outcomes(executed).getLast().getEntries(0);
        assertThat(after.getVersion()).describedAs("entries of user1").isEqualTo(1);
        assertThat(after.getAfter().getDebitsPending()).isEqualTo(Messages.int128(0));
        var difference = executed.change().orElseThrow().differences().getFirst();
        assertThat(difference.getKey()).isEqualTo(StateKeys.transaction(LedgerMessages.idOf(id(1))));
        assertThat(new TransactionRecordCodec().decoded(difference.getValue()).holds())
                .isEqualTo(LegSet.NONE);
    }

    @Test
    void recordsTheHoldsOfEachTransactionAndOfNoOther() {
        var hold = transaction(id(1), transfer(1, 1).getLegs(0), Messages.hold("user1", "user2", 5, 1_000));
        var holds = execute(0, hold, transfer(2, 17)).change().orElseThrow().differences().stream()
                .filter(difference -> difference.getKey().byteAt(0) == 1)
                .map(difference -> new TransactionRecordCodec()
                        .decoded(difference.getValue())
                        .holds())
                .toList();
        assertThat(holds).containsExactly(LegSet.NONE.with(1), LegSet.NONE);
    }

    @Test
    void recordsTheRefusalOfACallAtItsPosition() {
        var call = transaction(id(1), Messages.call("nobody's", "Method", ByteString.EMPTY));
        var outcome = outcomes(execute(0, call)).getFirst();
        assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_CONTRACT_UNKNOWN);
        assertThat(outcome.getPosition()).isEqualTo(101);
    }

    @Test
    void answersRepeatsFromTheJournalWhereverTheyStandInTheirBlock() {
        var first = executor().execute(TIP, LOG, block(0, transfer(1, 17), transfer(2, 0), transfer(3, 4)));
        var change = first.change().orElseThrow();
        state.write(6, change.differences());
        history.append(change.journalBlock());
        var repeats = block(9_999, transfer(3, 4), transfer(2, 0), transfer(1, 17));
        var repeated = executor().execute(change.tip(), new LogPosition(2, 41), repeats);
        assertThat(outcomes(repeated)).isEqualTo(outcomes(first).reversed());
    }

    @Test
    void executesARepeatInsideTheBlockOnce() {
        var executed = execute(0, transfer(1, 17), transfer(1, 17), transfer(1, 18));
        assertThat(outcomes(executed).get(1)).isEqualTo(outcomes(executed).get(0));
        assertThat(outcomes(executed).get(2).getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ID_ALREADY_USED);
        assertThat(outcomes(executed).get(2).getPosition()).isEqualTo(101);
        assertThat(executed.change().orElseThrow().journalBlock().entries()).hasSize(1);
    }

    @Test
    void changesNothingForABlockOfRepeats() {
        var first = execute(0, transfer(1, 17)).change().orElseThrow();
        state.write(6, first.differences());
        history.append(first.journalBlock());
        var repeated = executor().execute(first.tip(), new LogPosition(2, 41), block(9_999, transfer(1, 17)));
        assertThat(repeated.change()).isEmpty();
        assertThat(outcomes(repeated)).extracting(Outcome::getTimeMillis).containsExactly(1_000L);
    }

    @Test
    void neitherRecordsNorPlacesATransactionWithoutAnId() {
        var executed = execute(0, transaction(ByteString.EMPTY, Messages.transfer("user1", "user2", 17)));
        assertThat(executed.change()).isEmpty();
        var outcome = outcomes(executed).getFirst();
        assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ID_MALFORMED);
        assertThat(outcome.getPosition()).isZero();
        assertThat(storage.reads()).describedAs("the tip, the deadlines").hasSize(2);
    }

    @Test
    void neitherRecordsNorPlacesWhatIsNoTransaction() {
        var noMessage = ByteString.copyFrom(new byte[] {(byte) 0xff});
        var executed = executor().execute(TIP, LOG, new Block(1, 1, 0, false, List.of(noMessage)));
        assertThat(executed.change()).isEmpty();
        assertThat(outcomes(executed))
                .extracting(outcome -> outcome.getRefused().getReason())
                .containsExactly(RefusalReason.REFUSAL_REASON_ID_MALFORMED);
    }

    @Test
    void refusesATransactionThatIsWrittenInAnotherOrder() {
        var legsFirst = transfer(1, 17).toBuilder().clearId().build().toByteString();
        var thenId = Transaction.newBuilder().setId(id(1)).build().toByteString();
        var executed = executor().execute(TIP, LOG, new Block(1, 1, 0, false, List.of(legsFirst.concat(thenId))));
        var outcome = outcomes(executed).getFirst();
        assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        assertThat(outcome.getPosition()).describedAs("it has an id").isEqualTo(101);
    }

    @Test
    void recordsARefusalAndItAlone() {
        var change = execute(0, transfer(1, 0)).change().orElseThrow();
        assertThat(change.differences())
                .extracting(StateDifference::getKey)
                .containsExactly(StateKeys.transaction(LedgerMessages.idOf(id(1))), StateKeys.TIP);
        assertThat(change.journalBlock().entries()).hasSize(1);
    }

    @Test
    void givesTheSameBytesTwice() {
        var block = block(5_000, transfer(1, 17), transfer(2, 0), transfer(1, 17), transfer(3, 1));
        var once = executor().execute(TIP, LOG, block);
        var otherState = new StateAccess(storage, 10_000, 4_711);
        otherState.recover();
        var other = new BlockExecutor(Contracts.builtIn(), otherState, history).execute(TIP, LOG, block);
        assertThat(outcomes(other)).isEqualTo(outcomes(once));
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
    void refusesATransferToWhatIsNoName() {
        var toNobody = transaction(id(1), Messages.transfer("user1", "no name", 17));
        var fromNobody = transaction(id(2), Messages.transfer("no name", "user1", 17));
        var executed = execute(0, toNobody, fromNobody);
        assertThat(outcomes(executed))
                .extracting(outcome -> outcome.getRefused().getReason())
                .containsOnly(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED)
                .hasSize(2);
    }

    /// The overlay uses this name for the account that nobody has asked for yet.
    @Test
    void takesAnAccountWhoseNameTheMachineUsesItself() {
        var fromNobody = transaction(id(1), Messages.transfer("nobody", "user1", 17));
        var outcome = outcomes(execute(0, fromNobody, fromNobody)).getFirst();
        assertThat(outcome.getEntriesList()).extracting(Entry::getAccount).containsExactly("nobody", "user1");
        assertThat(Messages.senderBalance(outcome)).isEqualTo(-17);
    }

    @Test
    void refusesMoreConditionsThanATransactionMayHave() {
        var condition = Messages.posted("user1", Comparison.COMPARISON_EQUAL, 0);
        var most = transfer(1, 17).toBuilder()
                .addAllConditions(Collections.nCopies(LedgerTransaction.CONDITIONS_MAX, condition))
                .build();
        var more = transfer(2, 17).toBuilder()
                .addAllConditions(Collections.nCopies(LedgerTransaction.CONDITIONS_MAX + 1, condition))
                .build();
        var outcomes = outcomes(execute(0, most, more));
        assertThat(outcomes.getFirst().hasCommitted()).isTrue();
        assertThat(outcomes.getLast().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    private ExecutedBlock execute(long timeMillis, Transaction... transactions) {
        return executor().execute(TIP, LOG, block(timeMillis, transactions));
    }

    private BlockExecutor executor() {
        state.recover();
        return new BlockExecutor(Contracts.builtIn(), state, history);
    }

    private static Block block(long timeMillis, Transaction... transactions) {
        return new Block(
                1,
                1,
                timeMillis,
                false,
                Stream.of(transactions).map(Transaction::toByteString).toList());
    }

    private static Transaction transfer(long number, long amount) {
        return transaction(id(number), Messages.transfer("user1", "user2", amount));
    }

    private static List<Outcome> outcomes(ExecutedBlock executed) {
        return executed.outcomes().stream().map(OutcomeReader::outcome).toList();
    }

    private static AccountKey account(String address) {
        return new AccountKey(new Address(address), Asset.UNIT);
    }
}
