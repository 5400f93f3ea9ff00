package ballast.virtualmachine;

import static ballast.virtualmachine.Failures.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.Proposal;
import ballast.guard.FailPoint;
import ballast.guard.InvariantViolation;
import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TransactionPathTest {
    private static final long CALL_MILLIS = 10_000;

    @Test
    void answersATransactionWhenItsBlockIsDelivered() {
        var rig = new Rig();
        var answer = rig.transfer(1);
        rig.run();
        assertThat(answer).isNotDone();
        rig.log.commit(rig.machine, 0);
        rig.run();
        assertThat(Rig.outcome(answer).getPosition()).isOne();
        assertThat(Messages.senderBalance(Rig.outcome(answer))).isEqualTo(-1);
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void passesTheFailPointsOfABlockInOrder() {
        var rig = new Rig();
        rig.submit(1);
        rig.submit(2);
        rig.settle();
        assertThat(rig.passed)
                .containsExactly(
                        FailPoint.BEFORE_PROPOSE,
                        FailPoint.BEFORE_APPLY,
                        FailPoint.BEFORE_JOURNAL_APPEND,
                        FailPoint.BEFORE_STATE_WRITE,
                        FailPoint.AFTER_STATE_WRITE,
                        FailPoint.AFTER_FIRST_ANSWER);
    }

    @Test
    void fillsTheNextBlockWhileOneIsInFlightAndOffersItWhenItIsFull() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(2, 16, 4, Block.BYTES_MAX)));
        for (int number = 1; number <= 4; number++) {
            rig.submit(number);
            rig.run();
        }
        assertThat(rig.log.offers())
                .describedAs("three that wait are no full block")
                .extracting(offer -> offer.block().transactions().size())
                .containsExactly(1);
        IntStream.rangeClosed(5, 9).forEach(rig::submit);
        rig.run();
        assertThat(rig.log.offers())
                .extracting(offer -> offer.block().transactions().size())
                .containsExactly(1, 4);
        assertThat(rig.machine.status().transactionsWaiting()).isEqualTo(4);
        assertThat(rig.machine.status().blocksInFlight()).isEqualTo(2);

        rig.log.commit(rig.machine, 0);
        rig.run();
        assertThat(rig.log.offers())
                .extracting(offer -> offer.block().transactions().size())
                .containsExactly(1, 4, 4);
        assertThat(rig.log.offers())
                .extracting(offer -> offer.block().sequence())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void cutsABlockAtItsMostTransactions() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1_024, 16, 3, Block.BYTES_MAX)));
        IntStream.rangeClosed(1, 7).forEach(rig::submit);
        rig.run();
        assertThat(rig.log.offers())
                .extracting(offer -> offer.block().transactions().size())
                .containsExactly(3, 3);
        rig.settle();
        assertThat(rig.log.offers().getLast().block().transactions()).hasSize(1);
    }

    @Test
    void cutsABlockAtItsMostBytes() {
        var transaction = Messages.transaction(Messages.id(1), Messages.transfer("user1", "user2", 1));
        int size = transaction.getSerializedSize();
        int bytesMax = Block.bytes(2, 2 * size);
        var rig = new Rig(new VirtualMachineOptions(
                new Blocks(1_024, 16, 100, bytesMax),
                new Calls(100, 1 << 20, size),
                VirtualMachineOptions.defaults().checkpoints(),
                VirtualMachineOptions.defaults().patience(),
                false));
        IntStream.rangeClosed(1, 5).forEach(rig::submit);
        rig.run();
        assertThat(rig.log.offers())
                .extracting(offer -> offer.block().transactions().size())
                .containsExactly(2, 2);
        assertThat(rig.log.offers().getFirst().entry().remaining()).isEqualTo(bytesMax);
    }

    @Test
    void turnsAwayOneCallMoreThanMayWait() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Calls(3, 1 << 20, 1 << 10)));
        IntStream.rangeClosed(1, 3).forEach(rig::submit);
        assertFailed(rig.transfer(4), ServiceFailure.Kind.OVERLOADED, "3 calls are waiting (at most: 3");
        assertFailed(rig.read("user1"), ServiceFailure.Kind.OVERLOADED, "3 calls are waiting");
        rig.settle();
        assertThat(rig.transfer(5)).isNotDone();
    }

    @Test
    void turnsAwayWhatWouldWeighTooMuch() {
        int size = Messages.transaction(Messages.id(1), Messages.transfer("user1", "user2", 1))
                .getSerializedSize();
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Calls(100, 2L * size, size)));
        rig.submit(1);
        rig.submit(2);
        assertFailed(rig.transfer(3), ServiceFailure.Kind.OVERLOADED, "or %d bytes".formatted(2 * size));
        rig.settle();
        assertThat(rig.transfer(4)).isNotDone();
    }

    @Test
    void refusesACallThatIsTooLargeWithoutRecordingIt() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Calls(100, 1 << 20, 100)));
        var large = Messages.call("ledger", "Transfer", ByteString.copyFrom(new byte[101]));
        var outcome = Rig.outcome(rig.process(1, Messages.transfer("x".repeat(101), "user2", 1)));
        assertThat(outcome.getRefused().getReason()).isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        assertThat(outcome.getPosition()).isZero();
        assertThat(rig.machine.callContract(Messages.request(large)).toCompletableFuture())
                .isCompletedWithValueMatching(response ->
                        response.getRefused().getReason() == RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        rig.run();
        assertThat(rig.log.offers()).isEmpty();
    }

    @Test
    void isUnavailableBeforeItHasALogAndWhileAnotherLeads() {
        var rig = new Rig();
        var unstarted = rig.machine(rig.state, rig.history, rig.passed::add);
        var request = Messages.request(Messages.transaction(Messages.id(1), Messages.transfer("a", "b", 1)));
        assertThat(unstarted.status().ready()).isFalse();
        assertThat(unstarted.status().leadership()).isEqualTo(Leadership.UNKNOWN);
        assertFailed(
                unstarted.processTransaction(request).toCompletableFuture(),
                ServiceFailure.Kind.UNAVAILABLE,
                "this replica does not lead");
        assertFailed(
                unstarted
                        .callContract(Messages.request(Messages.balanceOf("a")))
                        .toCompletableFuture(),
                ServiceFailure.Kind.UNAVAILABLE,
                "it has not started");

        assertThat(rig.machine.status().ready()).isTrue();
        rig.log.lead(Leadership.FOLLOWING);
        assertThat(rig.machine.status().ready()).isFalse();
        assertFailed(rig.transfer(1), ServiceFailure.Kind.UNAVAILABLE, "this replica does not lead");
        assertThat(rig.read("user1")).isNotDone();
    }

    @Test
    void tellsThoseInNoBlockWhenItLeadsNoMore() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        var proposed = rig.transfer(1);
        var waiting = rig.transfer(2);
        rig.machine.leadershipChanged(Leadership.LEADING);
        rig.run();
        assertThat(waiting).isNotDone();
        rig.machine.leadershipChanged(Leadership.UNKNOWN);
        rig.run();
        assertFailed(waiting, ServiceFailure.Kind.UNAVAILABLE, "leads no more");
        assertThat(proposed).isNotDone();
    }

    @Test
    void tellsThoseWhoseBlockTheLogDidNotTake() {
        var rig = new Rig();
        var answer = rig.transfer(1);
        rig.run();
        rig.log.offers().getFirst().answer().complete(new Proposal.Rejected("no room"));
        rig.run();
        assertFailed(answer, ServiceFailure.Kind.UNAVAILABLE, "the log took no block: no room");
        assertThat(rig.machine.status().blocksInFlight()).isZero();
    }

    @Test
    void waitsOnForABlockOfUnknownFate() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        var first = rig.transfer(1);
        var second = rig.transfer(2);
        rig.run();
        rig.log.offers().getFirst().answer().complete(new Proposal.Unknown("leadership was lost"));
        rig.run();
        assertThat(rig.log.offers()).describedAs("goes on with the next").hasSize(2);

        rig.log.commit(rig.machine, 1);
        rig.log.deliver(rig.machine, rig.log.offers().getFirst().entry());
        rig.run();
        assertThat(Rig.outcome(second).getPosition()).isOne();
        assertThat(Rig.outcome(first).getPosition()).isEqualTo(2);
    }

    @Test
    void takesAFailedProposalForOneOfUnknownFate() {
        var rig = new Rig();
        var answer = rig.transfer(1);
        rig.run();
        rig.log.offers().getFirst().answer().completeExceptionally(new IllegalStateException("lost the answer"));
        rig.run();
        assertThat(answer).isNotDone();
        assertThat(rig.machine.status().blocksInFlight()).isZero();
    }

    @Test
    void givesUpOnABlockThatIsNotDecidedInTime() {
        var rig = new Rig();
        var answer = rig.transfer(1);
        rig.run();
        rig.clock.advance(CALL_MILLIS);
        rig.run();
        assertThat(answer).isNotDone();
        rig.clock.advance(1);
        rig.run();
        assertFailed(answer, ServiceFailure.Kind.OUTCOME_UNKNOWN, "the log did not decide for 10000 ms");

        rig.log.commit(rig.machine, 0);
        rig.run();
        assertThat(rig.machine.status().position())
                .describedAs("executed without anybody waiting")
                .isOne();
    }

    @Test
    void givesUpOnATransactionThatFindsNoBlockInTime() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        rig.submit(1);
        var early = rig.transfer(2);
        rig.run();
        rig.clock.advance(CALL_MILLIS);
        var late = rig.transfer(3);
        rig.run();
        rig.clock.advance(1);
        rig.run();
        assertFailed(early, ServiceFailure.Kind.UNAVAILABLE, "no block had room for 10000 ms");
        assertThat(late).isNotDone();
    }

    @Test
    void stopsWhenABlockIsSaidToBeCommittedBeforeItIsDelivered() {
        var rig = new Rig();
        rig.submit(1);
        rig.run();
        rig.log.offers().getFirst().answer().complete(new Proposal.Committed(new LogPosition(1, 1)));
        assertThatExceptionOfType(InvariantViolation.class)
                .isThrownBy(rig.machine::turn)
                .withMessageContaining("is delivered before committed");
    }

    @Test
    void executesTheBlockOfAnotherProposerWithoutAnsweringItsOwn() {
        var rig = new Rig();
        var own = rig.transfer(1);
        rig.run();
        var transaction = Messages.transaction(Messages.id(2), Messages.transfer("user1", "user2", 5));
        var foreign = new Block(8, 1, 0, false, List.of(transaction.toByteString()));
        rig.log.deliver(rig.machine, foreign.encoded());
        rig.run();
        assertThat(own).isNotDone();
        rig.log.commit(rig.machine, 0);
        rig.run();
        assertThat(Messages.senderBalance(Rig.outcome(own))).isEqualTo(-6);
        assertThat(rig.machine.status().blocksExecuted()).isEqualTo(2);
        assertThat(rig.machine.status().transactionsExecuted()).isEqualTo(2);
    }

    @Test
    void keepsACopyOfADeliveredEntry() {
        var rig = new Rig();
        var answer = rig.transfer(1);
        rig.run();
        var lent = ByteBuffer.allocate(rig.log.offers().getFirst().entry().remaining())
                .put(rig.log.offers().getFirst().entry().duplicate())
                .flip();
        rig.machine.deliver(new LogPosition(1, 1), lent.asReadOnlyBuffer());
        Arrays.fill(lent.array(), (byte) 0xdb);
        rig.run();
        assertThat(answer).isCompleted();
    }

    @Test
    void writesNothingForABlockOfRepeats() {
        var rig = new Rig();
        var first = rig.transfer(1);
        rig.settle();
        var repeat = rig.transfer(1);
        rig.settle();
        assertThat(Rig.outcome(repeat)).isEqualTo(Rig.outcome(first));
        assertThat(rig.history.height()).isOne();
        assertThat(rig.machine.status().height()).isOne();
        assertThat(rig.machine.status().blocksExecuted()).isEqualTo(2);
    }

    @Test
    void refusesToSkipEntriesThatAreLost() {
        var rig = new Rig();
        rig.submit(1);
        rig.settle();
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(() -> rig.machine.install(new LogPosition(3, 99)))
                .withMessage("the log begins after LogPosition[term=3, index=99], and the state ends at"
                        + " LogPosition[term=1, index=1]: the blocks between are lost here");
    }

    @Test
    void stopsWhenTheLogFails() {
        var rig = new Rig();
        rig.machine.logFailed(new IOException("fsync: input/output error"));
        assertThatExceptionOfType(VirtualMachineException.class)
                .isThrownBy(rig.machine::turn)
                .withMessage("the log failed")
                .withRootCauseInstanceOf(IOException.class);
    }

    @Test
    void tellsEverybodyWhenItFails() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        var proposed = rig.transfer(1);
        var waiting = rig.transfer(2);
        rig.run();
        var submitted = rig.transfer(3);
        var asked = rig.read("user1");
        rig.machine.leadershipChanged(Leadership.LEADING);
        rig.machine.fail(new IllegalStateException("the disk is gone"));
        assertFailed(proposed, ServiceFailure.Kind.OUTCOME_UNKNOWN, "the disk is gone");
        assertFailed(waiting, ServiceFailure.Kind.UNAVAILABLE, "the disk is gone");
        assertFailed(submitted, ServiceFailure.Kind.UNAVAILABLE, "the disk is gone");
        assertFailed(asked, ServiceFailure.Kind.UNAVAILABLE, "the disk is gone");
        assertThat(rig.machine.status().callsPending()).isZero();
        rig.log.deliver(rig.machine, rig.log.offers().getFirst().entry());
        assertThat(rig.machine.turn()).describedAs("takes nothing more").isFalse();
    }

    @Test
    void tellsThoseAfterTheFirstAnswerWhenItFailsRightThere() {
        var rig = new Rig();
        var machine = rig.machine(rig.state, rig.history, point -> {
            if (point == FailPoint.AFTER_FIRST_ANSWER) {
                throw new IllegalStateException("killed");
            }
        });
        machine.start(rig.log);
        var answers = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> machine.processTransaction(Messages.request(
                                Messages.transaction(Messages.id(number), Messages.transfer("user1", "user2", 1))))
                        .toCompletableFuture())
                .toList();
        machine.turn();
        rig.log.commit(machine, 0);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(machine::turn)
                .satisfies(machine::fail);
        assertThat(answers.getFirst()).isCompleted();
        for (CompletableFuture<?> later : answers.subList(1, 3)) {
            assertFailed(later, ServiceFailure.Kind.OUTCOME_UNKNOWN, "killed");
        }
    }
}
