package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.virtualmachine.VirtualMachineOptions.Calls;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    private final Admission admission = new Admission(new Calls(3, 100, 50));

    @Test
    void admitsAsManyCallsAsMayWaitAndNotOneMore() {
        assertThat(admission.admit(2, 10)).isTrue();
        assertThat(admission.admit(2, 10)).isFalse();
        assertThat(admission.calls())
                .describedAs("whoever is turned away does not count")
                .isEqualTo(2);
        assertThat(admission.admit(1, 10)).isTrue();
        assertThat(admission.admit(1, 10)).isFalse();
        admission.release(10);
        assertThat(admission.calls()).isEqualTo(2);
        assertThat(admission.admit(1, 10)).isTrue();
    }

    @Test
    void leavesItsLockToOtherThreadsAfterEachCall() throws Exception {
        assertThat(admission.admit(1, 10)).isTrue();
        assertThat(elsewhere(() -> admission.admit(1, 10))).isTrue();
        admission.release(1, 10);
        assertThat(elsewhere(() -> admission.admit(1, 10))).isTrue();
        assertThat(admission.calls()).isEqualTo(2);
        assertThat(elsewhere(admission::calls)).isEqualTo(2);
    }

    private static <T> T elsewhere(Supplier<T> call) throws Exception {
        return CompletableFuture.supplyAsync(call).get(10, TimeUnit.SECONDS);
    }

    @Test
    void admitsAsManyBytesAsMayWaitAndNotOneMore() {
        assertThat(admission.admit(1, 60)).isTrue();
        assertThat(admission.admit(1, 41)).isFalse();
        assertThat(admission.admit(1, 40)).isTrue();
        assertThat(admission.admit(1, 1)).isFalse();
        admission.release(40);
        assertThat(admission.admit(1, 40)).isTrue();
        admission.release(2, 100);
        assertThat(admission.calls()).isZero();
        assertThat(admission.admit(3, 100)).isTrue();
    }
}
