package ballast.virtualmachine.spec;

import ballast.statestorage.testing.InMemoryStateStorage;
import ballast.types.virtualmachine.v1.VirtualMachine;
import ballast.virtualmachine.testing.VirtualMachineContractTest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class LedgerVirtualMachineContractTest extends VirtualMachineContractTest {
    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Optional<RunningMachine> running = Optional.empty();

    @Override
    protected VirtualMachine open() {
        var opened = RunningMachine.calm(folder, new InMemoryStateStorage());
        running = Optional.of(opened);
        return opened.machine();
    }

    @Override
    protected void close() {
        running.ifPresent(RunningMachine::close);
    }
}
