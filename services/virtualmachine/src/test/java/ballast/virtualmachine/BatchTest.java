package ballast.virtualmachine;

import static ballast.virtualmachine.Failures.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.Leadership;
import ballast.consensus.Proposal;
import ballast.guard.ServiceFailure;
import ballast.types.virtualmachine.v1.ProcessTransactionsRequest;
import ballast.types.virtualmachine.v1.ProcessTransactionsResponse;
import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.ByteString;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// Many transactions in one call.
final class BatchTest {
    private final Rig rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 2, Block.BYTES_MAX)));

    @Test
    void isAnsweredWhenTheLastOfItsBlocksIsExecuted() {
        var answer = batch(rig, 1, 5);
        rig.run();
        rig.log.commit(rig.machine, 0);
        rig.run();
        assertThat(answer).isNotDone();
        assertThat(rig.machine.status().callsPending()).isEqualTo(3);
        rig.settle();
        assertThat(answer.getNow(ProcessTransactionsResponse.getDefaultInstance())
                        .getOutcomesList())
                .extracting(BatchTest::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void countsEachOfItsTransactions() {
        var small = new Rig(VirtualMachineOptions.defaults().with(new Calls(3, 1 << 20, 1 << 10)));
        assertThat(batch(small, 1, 2)).isNotDone();
        assertFailed(batch(small, 3, 2), ServiceFailure.Kind.OVERLOADED, "2 calls are waiting");
        assertThat(batch(small, 3, 1)).isNotDone();
    }

    @Test
    void refusesATransactionThatIsTooLargeAndDoesTheOthers() {
        var small = new Rig(VirtualMachineOptions.defaults().with(new Calls(3, 1 << 20, 100)));
        var large = Messages.transaction(Messages.id(1), Messages.transfer("x".repeat(101), "b", 1));
        var good = Messages.transaction(Messages.id(2), Messages.transfer("a", "b", 1));
        var request = ProcessTransactionsRequest.newBuilder()
                .addTransactions(large.toByteString())
                .addTransactions(good.toByteString());
        var answer = small.machine.processTransactions(request.build()).toCompletableFuture();
        small.settle();
        assertThat(answer.getNow(ProcessTransactionsResponse.getDefaultInstance())
                        .getOutcomesList())
                .extracting(BatchTest::position)
                .containsExactly(0L, 1L);
        var alone = small.machine.processTransactions(ProcessTransactionsRequest.newBuilder()
                .addTransactions(large.toByteString())
                .build());
        assertThat(alone.toCompletableFuture()).isCompleted();
    }

    @Test
    void hasDoneNothingIfNoneOfItGotIntoABlock() {
        var first = batch(rig, 1, 2);
        var second = batch(rig, 3, 2);
        rig.run();
        rig.machine.fail(new IllegalStateException("gone"));
        assertFailed(first, ServiceFailure.Kind.OUTCOME_UNKNOWN, "gone");
        assertFailed(second, ServiceFailure.Kind.UNAVAILABLE, "gone");
    }

    @Test
    void hasDoneNothingIfNobodyLookedAtIt() {
        var answer = batch(rig, 1, 2);
        var read = rig.read("user1");
        rig.machine.fail(new IllegalStateException("gone"));
        assertFailed(answer, ServiceFailure.Kind.UNAVAILABLE, "gone");
        assertFailed(read, ServiceFailure.Kind.UNAVAILABLE, "gone");
    }

    @Test
    void mayHaveDoneSomethingIfPartOfItGotIntoABlock() {
        var answer = batch(rig, 1, 4);
        rig.run();
        rig.log.commit(rig.machine, 0);
        rig.run();
        rig.log.offers().get(1).answer().complete(new Proposal.Rejected("no room"));
        rig.run();
        assertFailed(answer, ServiceFailure.Kind.OUTCOME_UNKNOWN, "part of a batch was not done");
    }

    @Test
    void isTurnedAwayWhileAnotherReplicaLeads() {
        rig.log.lead(Leadership.FOLLOWING);
        assertFailed(batch(rig, 1, 2), ServiceFailure.Kind.UNAVAILABLE, "this replica does not lead");
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    private static CompletableFuture<ProcessTransactionsResponse> batch(Rig rig, int from, int count) {
        var request = ProcessTransactionsRequest.newBuilder();
        for (int number = from; number < from + count; number++) {
            request.addTransactions(Messages.transaction(Messages.id(number), Messages.transfer("user1", "user2", 1))
                    .toByteString());
        }
        return rig.machine.processTransactions(request.build()).toCompletableFuture();
    }

    private static long position(ByteString outcome) {
        return OutcomeReader.outcome(outcome.toByteArray()).getPosition();
    }
}
