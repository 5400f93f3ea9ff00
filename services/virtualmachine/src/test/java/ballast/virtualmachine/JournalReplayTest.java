package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.LogPosition;
import ballast.guard.InvariantViolation;
import ballast.journal.Hash;
import ballast.journal.JournalBlock;
import ballast.journal.JournalEntry;
import ballast.ledger.AccountKey;
import ballast.ledger.Address;
import ballast.ledger.Asset;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.protocol.v1.Outcome;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JournalReplayTest {
    private static final Rig RECORDED = recorded();
    private static final JournalBlock FIRST = RECORDED.history.block(1);
    private static final JournalBlock SECOND = RECORDED.history.block(2);

    private final InMemoryStateStorage state = new InMemoryStateStorage();
    private final JournalReplay replay = new JournalReplay(state, 10_000, RECORDED.history);

    @Test
    void comesToTheSameStateAsTheMachine() {
        for (var block : RECORDED.history.blocks()) {
            assertThat(replay.replay(block)).isEmpty();
        }
        var status = RECORDED.machine.status();
        assertThat(replay.height()).isEqualTo(status.height()).isEqualTo(2);
        assertThat(replay.position()).isEqualTo(status.position()).isEqualTo(3);
        assertThat(replay.stateDigest()).isEqualTo(status.stateDigest());
    }

    static Stream<Arguments> changedBlocks() throws InvalidProtocolBufferException {
        var forgedTransfer = Messages.transaction(Messages.id(1), Messages.transfer("user1", "thief", 1));
        var forgedOutcome = Outcome.parseFrom(FIRST.entries().getLast().outcome()).toBuilder()
                .setTimeMillis(1)
                .build();
        return Stream.of(
                Arguments.of(
                        "first position: 1 by execution, 2 in the journal",
                        new JournalBlock(1, FIRST.timeMillis(), 2, FIRST.entries(), FIRST.stateDigest())),
                Arguments.of(
                        "block time: 0 by execution, -5 in the journal",
                        new JournalBlock(1, -5, 1, FIRST.entries(), FIRST.stateDigest())),
                Arguments.of(
                        "the outcome at position 2",
                        changed(1, new JournalEntry(transaction(1), forgedOutcome.toByteArray()))),
                Arguments.of(
                        "state digest: %s by execution, %s in the journal".formatted(FIRST.stateDigest(), Hash.ZERO),
                        new JournalBlock(1, FIRST.timeMillis(), 1, FIRST.entries(), Hash.ZERO)),
                Arguments.of(
                        "number of transactions: 1 by execution, 2 in the journal",
                        changed(1, FIRST.entries().getFirst())),
                Arguments.of(
                        "number of transactions: 2 by execution, 3 in the journal",
                        new JournalBlock(1, FIRST.timeMillis(), 1, twice(FIRST.entries()), FIRST.stateDigest())),
                Arguments.of(
                        "the transaction at position 1", changed(0, new JournalEntry(new byte[] {-1}, new byte[0]))),
                Arguments.of(
                        "the outcome at position 1",
                        changed(
                                0,
                                new JournalEntry(
                                        forgedTransfer.toByteArray(),
                                        FIRST.entries().getLast().outcome()))));
    }

    @ParameterizedTest
    @MethodSource("changedBlocks")
    void namesTheFirstThingThatDiffers(String difference, JournalBlock changed) {
        assertThat(replay.replay(changed)).contains(difference);
        assertThat(replay.height()).describedAs("did not go on").isZero();
        assertThat(state.height()).isZero();
    }

    @Test
    void findsATransactionThatWasReplacedByAnotherWithTheSameOutcome() {
        var other = Messages.transaction(Messages.id(1), Messages.transfer("user1", "user2", 1)).toBuilder()
                .setCode(5)
                .build();
        var entry =
                new JournalEntry(other.toByteArray(), FIRST.entries().getFirst().outcome());
        assertThat(replay.replay(changed(0, entry)).orElseThrow()).startsWith("state digest: ");
    }

    @Test
    void findsABlockWhoseTransactionsAreAllOld() {
        assertThat(replay.replay(FIRST)).isEmpty();
        var again = new JournalBlock(2, SECOND.timeMillis(), 3, FIRST.entries(), SECOND.stateDigest());
        assertThat(replay.replay(again)).contains("everything: none of it is new");
    }

    @Test
    void goesFromBlockToBlockOnAnEmptyState() {
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> replay.replay(SECOND))
                .withMessage("block 2 follows block 0");
        replay.replay(FIRST);
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(() -> new JournalReplay(state, 10_000, RECORDED.history))
                .withMessage("a replay begins with an empty state");
    }

    @Test
    void comparesACheckpointWithTheStateItCameTo() {
        replay.replay(FIRST);
        var account = StateKeys.account(new AccountKey(new Address("user1"), Asset.UNIT));
        assertThat(replay.difference(account, bytes("02000280d095ffbc310102000000")))
                .isEmpty();
        assertThat(replay.difference(account, bytes("02000280d095ffbc310101000000")))
                .contains("it holds another value for account user1 UNIT");
        var tip = new StateTip(new LogPosition(5, 77), 1, 2, FIRST.timeMillis(), FIRST.stateDigest());
        assertThat(replay.difference(StateKeys.TIP, tip.encoded())).isEmpty();
        var forged = new StateTip(tip.log(), 1, 3, FIRST.timeMillis(), FIRST.stateDigest());
        assertThat(replay.difference(StateKeys.TIP, forged.encoded()).orElseThrow())
                .startsWith("its tip is StateTip[log=LogPosition[term=5, index=77], height=1, position=3");
    }

    @Test
    void findsOutForWhichBlocksAccountsHadToBeOpenedBeforeUse() {
        var rig = new Rig();
        boolean[] explicit = {false, true, true, false, true};
        for (int number = 1; number <= explicit.length; number++) {
            var transaction = Messages.transaction(
                    Messages.id(number), Messages.transfer("a" + number, "b", 1), Messages.transfer("b", "c", 1));
            var block = new Block(8, number, 5, explicit[number - 1], List.of(transaction.toByteString()));
            rig.log.deliver(rig.machine, block.encoded());
            rig.run();
        }
        assertThat(rig.history.blocks())
                .extracting(block -> OutcomeReader.outcome(
                                block.entries().getFirst().outcome())
                        .hasCommitted())
                .containsExactly(true, false, false, true, false);
        var own = new JournalReplay(new InMemoryStateStorage(), 10_000, rig.history);
        for (var block : rig.history.blocks()) {
            assertThat(own.replay(block)).isEmpty();
        }
        assertThat(own.stateDigest()).isEqualTo(rig.machine.status().stateDigest());
    }

    /// Two transfers and a repeat of the first in one block, a refusal in the next.
    private static Rig recorded() {
        var rig = new Rig();
        rig.submit(1);
        rig.submit(2);
        rig.submit(1);
        rig.settle();
        rig.clock.advance(5);
        if (rig.process(3, Messages.transfer("user1", "user2", 0)).isDone()) {
            throw new AssertionError("turned away");
        }
        rig.settle();
        return rig;
    }

    private static JournalBlock changed(int index, JournalEntry entry) {
        var entries = new ArrayList<>(FIRST.entries());
        entries.set(index, entry);
        return new JournalBlock(1, FIRST.timeMillis(), 1, entries, FIRST.stateDigest());
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static byte[] transaction(int index) {
        return FIRST.entries().get(index).transaction();
    }

    private static List<JournalEntry> twice(List<JournalEntry> entries) {
        return Stream.concat(entries.stream(), entries.stream().limit(1)).toList();
    }
}
