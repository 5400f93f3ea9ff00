package ballast.virtualmachine;

import static ballast.virtualmachine.Failures.assertFailed;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import org.junit.jupiter.api.Test;

final class ClosingTest {
    @Test
    void isOverAtOnceIfNobodyWaits() {
        var rig = new Rig();
        rig.run();
        assertThat(rig.machine.isOver()).isFalse();
        rig.machine.beginClosing();
        rig.run();
        assertThat(rig.machine.isOver()).isTrue();
        rig.machine.finish();
        assertThat(rig.passed).describedAs("nothing to checkpoint").isEmpty();
    }

    @Test
    void takesNoCallsAndAnswersThoseUnderWay() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        var proposed = rig.transfer(1);
        var waiting = rig.transfer(2);
        var read = rig.read("user1");
        rig.run();
        rig.machine.beginClosing();
        assertFailed(rig.transfer(3), ServiceFailure.Kind.UNAVAILABLE, "it is closing");
        assertFailed(rig.read("user1"), ServiceFailure.Kind.UNAVAILABLE, "it is closing");
        rig.settle();
        assertThat(proposed).isCompleted();
        assertThat(waiting).isCompleted();
        assertThat(rig.machine.isOver()).describedAs("the read waits").isFalse();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(read).isCompleted();
        assertThat(rig.machine.isOver()).isTrue();
    }

    @Test
    void doesNotWaitForEver() {
        var rig = new Rig(VirtualMachineOptions.defaults().with(new Blocks(1, 16, 1, Block.BYTES_MAX)));
        var proposed = rig.transfer(1);
        var waiting = rig.transfer(2);
        var read = rig.read("user1");
        rig.run();
        rig.machine.beginClosing();
        rig.run();
        rig.clock.advance(9_999);
        rig.run();
        assertThat(rig.machine.isOver()).isFalse();
        rig.clock.advance(1);
        assertThat(rig.machine.isOver()).isTrue();
        rig.machine.finish();
        assertFailed(proposed, ServiceFailure.Kind.OUTCOME_UNKNOWN, "it closed before the answer");
        assertFailed(waiting, ServiceFailure.Kind.UNAVAILABLE, "it closed before the answer");
        assertFailed(read, ServiceFailure.Kind.UNAVAILABLE, "it closed before the answer");
    }

    @Test
    void leavesAStateThatARestartFindsWithoutTheLog() {
        var rig = new Rig();
        rig.submit(1);
        rig.settle();
        rig.submit(2);
        rig.settle();
        rig.machine.beginClosing();
        rig.run();
        rig.machine.finish();
        assertThat(rig.state.durableHeight()).isEqualTo(2);
        assertThat(rig.history.forcedHeight()).isEqualTo(2);
        assertThat(rig.log.forgotten().index()).isEqualTo(2);
        assertThat(rig.machine.status().checkpointHeight()).isEqualTo(2);

        rig.state.crash();
        var restarted = rig.machine(rig.state, rig.history, rig.passed::add);
        assertThat(restarted.recovered()).isEqualTo(rig.log.forgotten());
        assertThat(restarted.status().position()).isEqualTo(2);
        assertThat(restarted.status().stateDigest())
                .isEqualTo(rig.machine.status().stateDigest());
    }

    @Test
    void waitsForAReadThatWaitsForTheNextBarrier() {
        var rig = new Rig();
        var atBarrier = rig.read("user1");
        rig.run();
        var waiting = rig.read("user1");
        rig.machine.beginClosing();
        rig.run();
        assertThat(rig.machine.isOver()).isFalse();
        rig.log.barriers().getFirst().complete(null);
        rig.run();
        assertThat(atBarrier).isCompleted();
        assertThat(rig.machine.isOver()).isFalse();
        rig.log.barriers().getLast().complete(null);
        rig.run();
        assertThat(waiting).isCompleted();
        assertThat(rig.machine.isOver()).isTrue();
    }

    @Test
    void turnsAwayACallThatComesWhileItEnds() {
        var rig = new Rig();
        rig.log.whenAskedForLeadership(() -> rig.machine.fail(new IllegalStateException("gone")));
        assertFailed(rig.transfer(1), ServiceFailure.Kind.UNAVAILABLE, "it has ended");
        assertThat(rig.machine.status().callsPending()).isZero();
    }
}
