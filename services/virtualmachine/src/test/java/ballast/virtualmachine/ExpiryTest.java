package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.Proposal;
import ballast.guard.FailPoints;
import ballast.ledger.HoldId;
import ballast.ledger.LedgerTransaction;
import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.ledger.v1.Entry;
import ballast.types.ledger.v1.EntryKind;
import ballast.types.ledger.v1.ExpireHold;
import ballast.types.ledger.v1.ExtendHold;
import ballast.types.ledger.v1.Leg;
import ballast.types.protocol.v1.Outcome;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.protocol.v1.Transaction;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds end by the time of blocks, and somebody lets time pass.
final class ExpiryTest {
    private final Rig rig = new Rig();

    @Test
    void expiresAHoldBeforeTheTransactionsOfTheFirstBlockThatIsLateEnough() throws Exception {
        hold(1, 100);
        rig.clock.advance(99);
        rig.submit(2);
        rig.settle();
        assertThat(lastBlock()).hasSize(1);
        rig.clock.advance(1);
        rig.submit(3);
        rig.settle();
        assertThat(lastBlock()).hasSize(2);
        var expiry =
                Transaction.parseFrom(rig.history.block(3).entries().getFirst().transaction());
        assertThat(expiry.getLegs(0).getExpire().getHold()).isEqualTo(Messages.hold(Messages.id(1), 0));
        assertThat((expiry.getId().byteAt(6) >> 4) & 0xf)
                .describedAs("version of the UUID")
                .isEqualTo(8);
        assertThat((expiry.getId().byteAt(8) >> 6) & 3)
                .describedAs("variant of the UUID")
                .isEqualTo(2);
        var outcome = lastBlock().getFirst();
        assertThat(outcome.getPosition()).isEqualTo(3);
        assertThat(outcome.getEntriesList())
                .extracting(Entry::getKind)
                .containsExactly(EntryKind.ENTRY_KIND_DEBIT_EXPIRED, EntryKind.ENTRY_KIND_CREDIT_EXPIRED);
        var late = rig.process(4, Messages.capture(Messages.id(1), 0));
        rig.settle();
        assertThat(Rig.outcome(late).getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_PENDING_TRANSFER_EXPIRED);
    }

    @Test
    void waitsForTheLogIfAHoldIsDueWhenTheMachineStarts() throws Exception {
        hold(1, 100);
        rig.clock.advance(100);
        var restarted = rig.machine(rig.state, rig.history, FailPoints.disarmed());
        assertThat(restarted.turn()).isFalse();
        var log = new ScriptedLog();
        restarted.start(log);
        while (restarted.turn()) {
            // until it has done what it can
        }
        assertThat(log.offers()).hasSize(1);
    }

    @Test
    void letsTimePassWithABlockOfNothingWhenNobodyElseDoes() throws Exception {
        hold(1, 100);
        rig.clock.advance(100);
        rig.settle();
        assertThat(rig.log.offers().getLast().block().transactions()).isEmpty();
        assertThat(lastBlock()).hasSize(1);
        assertThat(rig.machine.turn()).describedAs("one is enough").isFalse();
    }

    @Test
    void waitsAWhileAfterATickThatTheLogDidNotTake() {
        hold(1, 100);
        rig.clock.advance(100);
        rig.run();
        int offers = rig.log.offers().size();
        rig.log.offers().getLast().answer().complete(new Proposal.Rejected("not now"));
        rig.run();
        assertThat(rig.log.offers()).hasSize(offers);
        rig.clock.advance(100);
        rig.run();
        assertThat(rig.log.offers()).hasSize(offers + 1);
    }

    @Test
    void doesNotTickForHoldsThatHaveEnded() {
        for (int number = 1; number <= 5; number++) {
            hold(number, 100);
        }
        for (int number = 1; number <= 4; number++) {
            submit(10 + number, Messages.release(Messages.id(number), 0));
        }
        submit(
                20,
                Leg.newBuilder()
                        .setExtend(ExtendHold.newBuilder()
                                .setHold(Messages.hold(Messages.id(5), 0))
                                .setTimeoutMillis(500))
                        .build());
        int offers = rig.log.offers().size();
        rig.clock.advance(100);
        rig.run();
        assertThat(rig.log.offers()).hasSize(offers);
        rig.clock.advance(400);
        rig.settle();
        assertThat(rig.log.offers()).hasSize(offers + 1);
        rig.submit(30);
        rig.settle();
        assertThat(rig.machine.turn()).isFalse();
    }

    @Test
    void leavesFewEndedHoldsToTheNextTransactions() {
        endedDeadlines(ExpiryWatch.DEADLINES_MAX - 1);
        int offers = rig.log.offers().size();
        rig.clock.advance(1_000);
        rig.run();
        assertThat(rig.log.offers()).hasSize(offers);
    }

    @Test
    void takesManyEndedHoldsOutThoughNoneHasToExpire() throws Exception {
        endedDeadlines(ExpiryWatch.DEADLINES_MAX);
        long height = rig.history.height();
        rig.clock.advance(1_000);
        rig.settle();
        assertThat(rig.history.height()).isEqualTo(height + 1);
        assertThat(lastBlock()).isEmpty();
        assertThat(rig.machine.turn()).isFalse();
    }

    @Test
    void expiresAHoldBehindMoreEndedOnesThanABlockTakesOut() throws Exception {
        endedDeadlines(2 * BlockRun.DEADLINES_MAX + 10);
        hold(1, 100);
        long height = rig.history.height();
        rig.clock.advance(100);
        rig.settle();
        assertThat(rig.history.height()).isEqualTo(height + 3);
        assertThat(rig.history.block(height + 1).entries()).isEmpty();
        assertThat(rig.history.block(height + 2).entries()).isEmpty();
        assertThat(lastBlock()).hasSize(1);
        assertThat(rig.machine.turn()).describedAs("three ticks are enough").isFalse();
        assertIsReplayed(rig);
    }

    @Test
    void takesEndedHoldsOutInABlockThatDecidesNothing() throws Exception {
        endedDeadlines(10);
        var status = rig.machine.status();
        rig.clock.advance(100);
        var repeat = rig.process(501, Messages.release(Messages.id(500), 0));
        rig.settle();
        assertThat(Rig.outcome(repeat).getPosition()).isEqualTo(status.position());
        assertThat(rig.machine.status().height()).isEqualTo(status.height() + 1);
        assertThat(rig.machine.status().position()).isEqualTo(status.position());
        assertThat(lastBlock()).isEmpty();

        assertThat(Rig.outcome(rig.process(501, Messages.release(Messages.id(500), 0))))
                .describedAs("not decided yet")
                .isEqualTo(Outcome.getDefaultInstance());
        rig.settle();
        assertThat(rig.machine.status().height())
                .describedAs("there is nothing left to take out")
                .isEqualTo(status.height() + 1);
        assertIsReplayed(rig);
    }

    @Test
    void takesNoMoreEndedHoldsOutThanABlockMayBesidesItsTransactions() throws Exception {
        endedDeadlines(BlockRun.DEADLINES_MAX);
        hold(1, 100);
        rig.clock.advance(100);
        rig.submit(2);
        rig.settle();
        assertThat(lastBlock())
                .describedAs("the hold's turn is the next block's")
                .hasSize(1);
        assertThat(rig.history.block(rig.history.height() - 1).entries()).hasSize(1);
    }

    @Test
    void takesNoMoreEndedHoldsOutThanABlockMayOnceAHoldHasExpired() throws Exception {
        hold(1, 40);
        endedDeadlines(BlockRun.DEADLINES_MAX);
        hold(2, 100);
        long height = rig.history.height();
        rig.clock.advance(100);
        rig.settle();
        assertThat(rig.history.height()).isEqualTo(height + 2);
        assertThat(lastBlock()).hasSize(1);
    }

    @Test
    void expiresAThousandHoldsABlockAndTheRestInTheNext() throws Exception {
        var legs = Collections.nCopies(256, Messages.hold("user1", "user2", 1, 100))
                .toArray(Leg[]::new);
        for (int number = 1; number <= 5; number++) {
            submit(number, legs);
        }
        rig.clock.advance(100);
        rig.run();
        rig.log.commit(rig.machine, rig.log.offers().size() - 1);
        assertThat(rig.machine.turn()).isTrue();
        assertThat(lastBlock()).hasSize(BlockRun.EXPIRIES_MAX);
        rig.settle();
        assertThat(lastBlock()).hasSize(280);
    }

    @Test
    void findsAnotherIdForAnExpiryWhoseIdIsTaken() throws Exception {
        hold(1, 100);
        var hold = new HoldId(LedgerMessages.idOf(Messages.id(1)), 0);
        var deadline = new Deadline(rig.clock.millis() + 100, hold);
        var taken = ExpiryTransaction.id(Sha256.digest(), deadline, 0);
        var squatter =
                Transaction.newBuilder().setId(LedgerMessages.bytes(taken)).build();
        assertThat(rig.machine.processTransaction(Messages.request(squatter)).toCompletableFuture())
                .isNotDone();
        rig.settle();
        rig.clock.advance(100);
        rig.settle();
        var expiry = Transaction.parseFrom(
                rig.history.block(rig.history.height()).entries().getFirst().transaction());
        assertThat(expiry.getId()).isEqualTo(LedgerMessages.bytes(ExpiryTransaction.id(Sha256.digest(), deadline, 1)));
    }

    @Test
    void refusesAnExpiryThatSomebodySends() throws Exception {
        hold(1, 100);
        var expire = Leg.newBuilder()
                .setExpire(ExpireHold.newBuilder().setHold(Messages.hold(Messages.id(1), 0)))
                .build();
        submit(2, expire);
        assertThat(lastBlock().getFirst().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    @Test
    void triesATransactionAfterTheExpiriesThatWouldComeBeforeIt() {
        hold(1, 100);
        rig.clock.advance(100);
        var transaction = Messages.transaction(Messages.id(2), Messages.transfer("user1", "user2", 5));
        var tried = rig.machine
                .dryRun(DryRunRequest.newBuilder().setTransaction(transaction).build())
                .toCompletableFuture();
        rig.run();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        var response = tried.getNow(DryRunResponse.getDefaultInstance());
        assertThat(response.getPosition()).isOne();
        assertThat(response.getOutcome().getPosition()).isEqualTo(3);
    }

    @Test
    void isReplayedFromTheJournalAsItHappened() {
        var explicit = new Rig(VirtualMachineOptions.defaults().withExplicitAccounts(true));
        for (var machine : List.of(rig, explicit)) {
            submit(machine, 1, Messages.hold("user1", "user2", 7, 100));
            machine.clock.advance(200);
            submit(machine, 2, Messages.transfer("user1", "user2", 1));
            submit(machine, 3, Messages.reverse(Messages.id(2)));
            submit(machine, 4, Messages.hold("user1", "user2", 7, 100));
            machine.clock.advance(200);
            machine.settle();
            assertIsReplayed(machine);
        }
        assertThat(explicit.history.blocks()).describedAs("all was refused").hasSize(4);
    }

    private static void assertIsReplayed(Rig machine) {
        var replay = new JournalReplay(new InMemoryStateStorage(), 10_000, machine.history);
        for (var block : machine.history.blocks()) {
            assertThat(replay.replay(block)).isEmpty();
        }
        assertThat(replay.stateDigest()).isEqualTo(machine.machine.status().stateDigest());
    }

    /// Leaves so many deadlines, half as far away as those of the tests, of one hold that has ended.
    private void endedDeadlines(int count) {
        hold(500, 50);
        var extend = Leg.newBuilder()
                .setExtend(ExtendHold.newBuilder()
                        .setHold(Messages.hold(Messages.id(500), 0))
                        .setTimeoutMillis(50))
                .build();
        for (int left = count - 1; left > 0; left -= LedgerTransaction.LEGS_MAX) {
            int legs = Math.min(left, LedgerTransaction.LEGS_MAX);
            submit(1_000 + left, Collections.nCopies(legs, extend).toArray(Leg[]::new));
        }
        submit(501, Messages.release(Messages.id(500), 0));
    }

    private void hold(long number, long timeoutMillis) {
        submit(number, Messages.hold("user1", "user2", 7, timeoutMillis));
    }

    private void submit(long number, Leg... legs) {
        submit(rig, number, legs);
    }

    private static void submit(Rig rig, long number, Leg... legs) {
        if (rig.process(number, legs).isCompletedExceptionally()) {
            throw new AssertionError("turned away");
        }
        rig.settle();
    }

    private List<Outcome> lastBlock() throws Exception {
        var outcomes = new ArrayList<Outcome>();
        for (var entry : rig.history.block(rig.history.height()).entries()) {
            outcomes.add(Outcome.parseFrom(ByteString.copyFrom(entry.outcome())));
        }
        return outcomes;
    }
}
