package ballast.virtualmachine;

import static ballast.virtualmachine.Failures.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.consensus.LogUnavailableException;
import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.CallContractResponse;
import ballast.types.virtualmachine.v1.DryRunRequest;
import ballast.types.virtualmachine.v1.DryRunResponse;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.testing.Messages;
import com.google.protobuf.UnknownFieldSet;
import org.junit.jupiter.api.Test;

final class ReadPathTest {
    @Test
    void answersAReadWhenTheBarrierIsReached() {
        var rig = new Rig();
        rig.submit(1);
        rig.settle();
        var read = rig.read("user1");
        rig.run();
        assertThat(read).isNotDone();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        var answer = read.getNow(CallContractResponse.getDefaultInstance());
        assertThat(Messages.balance(answer)).isEqualTo(-1);
        assertThat(answer.getPosition()).isOne();
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void showsWhatWasDeliveredBeforeTheBarrierWasReached() {
        var rig = new Rig();
        rig.submit(1);
        var read = rig.read("user1");
        rig.run();
        rig.log.commit(rig.machine, 0);
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(read.getNow(CallContractResponse.getDefaultInstance()).getPosition())
                .isOne();
    }

    @Test
    void sharesOneBarrierAmongAllWhoWaitWhenItBegins() {
        var rig = new Rig();
        var first = rig.read("user1");
        var second = rig.read("user2");
        rig.run();
        var third = rig.read("user3");
        rig.run();
        assertThat(rig.log.barriers()).hasSize(1);
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        assertThat(third).describedAs("came after the barrier began").isNotDone();
        assertThat(rig.log.barriers()).hasSize(2);
        rig.log.barriers().getLast().complete(null);
        rig.run();
        assertThat(third).isCompleted();
        assertThat(rig.machine.turn()).isFalse();
    }

    @Test
    void isUnavailableWithoutABarrier() {
        var rig = new Rig();
        var read = rig.read("user1");
        rig.run();
        rig.log.barriers().getFirst().completeExceptionally(new LogUnavailableException("no quorum"));
        rig.run();
        assertFailed(read, ServiceFailure.Kind.UNAVAILABLE, "the log has no read barrier: no quorum");
    }

    @Test
    void givesUpOnABarrierThatIsNotReachedInTime() {
        var rig = new Rig();
        var early = rig.read("user1");
        rig.run();
        rig.clock.advance(10_000);
        var late = rig.read("user1");
        rig.run();
        assertThat(early).isNotDone();
        assertThat(rig.log.barriers()).hasSize(1);
        rig.clock.advance(1);
        rig.run();
        assertFailed(early, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached for 10000 ms");
        assertThat(late).isNotDone();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        rig.log.barriers().getLast().complete(null);
        rig.run();
        assertThat(late).isCompleted();
    }

    @Test
    void givesUpOnThoseWhoWaitForTheNextBarrierToo() {
        var rig = new Rig();
        var atBarrier = rig.read("user1");
        rig.run();
        var waiting = rig.read("user1");
        rig.run();
        rig.clock.advance(10_001);
        rig.run();
        assertFailed(atBarrier, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached");
        assertFailed(waiting, ServiceFailure.Kind.UNAVAILABLE, "no read barrier was reached");
        assertThat(rig.machine.status().callsPending()).isZero();
    }

    @Test
    void refusesACallWithAFieldThatThisVersionDoesNotKnow() {
        var rig = new Rig();
        var field = UnknownFieldSet.newBuilder()
                .addField(99, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                .build();
        var call =
                Messages.balanceOf("user1").toBuilder().setUnknownFields(field).build();
        var answer = rig.machine.callContract(Messages.request(call)).toCompletableFuture();
        rig.run();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(answer.getNow(CallContractResponse.getDefaultInstance())
                        .getRefused()
                        .getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
    }

    @Test
    void refusesADryRunThatIsTooLargeAtOnce() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Calls(100, 1 << 20, 100)));
        var large = Messages.transaction(Messages.id(1), Messages.transfer("x".repeat(101), "user2", 1));
        var answer = rig.machine
                .dryRun(DryRunRequest.newBuilder().setTransaction(large).build())
                .toCompletableFuture();
        var response = answer.getNow(DryRunResponse.getDefaultInstance());
        assertThat(response.getOutcome().getRefused().getReason())
                .isEqualTo(RefusalReason.REFUSAL_REASON_ARGUMENTS_MALFORMED);
        assertThat(response.getOutcome().getPosition()).isZero();
        assertThat(rig.log.barriers()).isEmpty();
    }
}
