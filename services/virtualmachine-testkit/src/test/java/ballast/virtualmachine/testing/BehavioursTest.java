package ballast.virtualmachine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.guard.ServiceFailure;
import ballast.types.protocol.v1.RefusalReason;
import ballast.types.virtualmachine.v1.VirtualMachine;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BehavioursTest {
    @ParameterizedTest
    @EnumSource(ServiceFailure.Kind.class)
    void failsEveryCallWithTheGivenKind(ServiceFailure.Kind kind) {
        var machine = new FailingVirtualMachine(kind);
        assertFailed(transfer(machine), kind);
        assertFailed(read(machine), kind);
    }

    @Test
    void isUnavailable() {
        var machine = new UnavailableVirtualMachine();
        assertFailed(transfer(machine), ServiceFailure.Kind.UNAVAILABLE);
        assertFailed(read(machine), ServiceFailure.Kind.UNAVAILABLE);
    }

    @Test
    void refusesEveryCallForTheGivenReason() {
        var machine = new RefusingVirtualMachine(RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertThat(transfer(machine))
                .isCompletedWithValueMatching(
                        response -> response.getOutcome().getRefused().getReason()
                                == RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
        assertThat(read(machine))
                .isCompletedWithValueMatching(response ->
                        response.getRefused().getReason() == RefusalReason.REFUSAL_REASON_OVERFLOWS_DEBITS_POSTED);
    }

    @Test
    void answersLateAndDoesNothingBefore() {
        var punctual = new FakeVirtualMachine();
        var machine = new LateVirtualMachine(punctual);
        var transfer = transfer(machine);
        var read = read(machine);
        assertThat(transfer).isNotCompleted();
        assertThat(read).isNotCompleted();
        assertThat(machine.waiting()).isEqualTo(2);
        assertThat(punctual.position()).isZero();

        machine.answerAll();
        assertThat(transfer).isCompleted();
        assertThat(read).isCompletedWithValueMatching(response -> response.getPosition() == 1);
        assertThat(machine.waiting()).isZero();
    }

    @Test
    void failsLateToo() {
        var machine = new LateVirtualMachine(new UnavailableVirtualMachine());
        var read = read(machine);
        machine.answerAll();
        assertFailed(read, ServiceFailure.Kind.UNAVAILABLE);
    }

    private static void assertFailed(CompletionStage<?> stage, ServiceFailure.Kind kind) {
        assertThat(stage)
                .isCompletedExceptionally()
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ServiceFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    private static CompletionStage<ballast.types.virtualmachine.v1.ProcessTransactionResponse> transfer(
            VirtualMachine machine) {
        var transaction = Messages.transaction(Messages.id(1), Messages.transfer("user1", "user2", 17));
        return machine.processTransaction(Messages.request(transaction));
    }

    private static CompletionStage<ballast.types.virtualmachine.v1.CallContractResponse> read(VirtualMachine machine) {
        return machine.callContract(Messages.request(Messages.balanceOf("user1")));
    }
}
