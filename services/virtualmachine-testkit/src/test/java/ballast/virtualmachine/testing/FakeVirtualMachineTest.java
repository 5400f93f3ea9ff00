package ballast.virtualmachine.testing;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.types.virtualmachine.v1.VirtualMachine;
import org.junit.jupiter.api.Test;

final class FakeVirtualMachineTest extends VirtualMachineContractTest {
    @Override
    protected VirtualMachine open() {
        return new FakeVirtualMachine();
    }

    @Override
    protected void close() {}

    @Test
    void countsWhatItRecorded() {
        var fake = new FakeVirtualMachine();
        for (int call = 0; call < 3; call++) {
            var transaction =
                    Messages.transaction(Messages.id(call % 2), Messages.transfer("user1", "user2", call % 2));
            assertThat(fake.processTransaction(Messages.request(transaction))).isCompleted();
        }
        assertThat(fake.position()).isEqualTo(2);
    }
}
