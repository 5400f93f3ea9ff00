package ballast.virtualmachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ballast.virtualmachine.VirtualMachineOptions.Blocks;
import ballast.virtualmachine.VirtualMachineOptions.Calls;
import ballast.virtualmachine.VirtualMachineOptions.Checkpoints;
import ballast.virtualmachine.VirtualMachineOptions.Patience;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class VirtualMachineOptionsTest {
    private static final VirtualMachineOptions DEFAULTS = VirtualMachineOptions.defaults();

    static Stream<Arguments> wrong() {
        return Stream.of(
                row("blocks.inFlightMax: 0 (expected: 1 to 1024)", () -> new Blocks(0, 1, 1, 100)),
                row("blocks.deliveredMax: 1025 (expected: 1 to 1024)", () -> new Blocks(1, 1_025, 1, 100)),
                row("blocks.transactionsMax: 8191 (expected: 1 to 8190)", () -> new Blocks(1, 1, 8_191, 100)),
                row("blocks.bytesMax: 34 (expected: 35 to 2097152)", () -> new Blocks(1, 1, 1, 34)),
                row("calls.pendingMax: 0 (expected: 1 to 2147483647)", () -> new Calls(0, 100, 100)),
                row("calls.bytesMax: 65537 (expected: 1 to 65536)", () -> new Calls(1, 100_000, 65_537)),
                row("calls.pendingBytesMax: 99 (expected: 100 to " + Long.MAX_VALUE + ")", () -> new Calls(1, 99, 100)),
                row("checkpoints.blocksMax: 0 (expected: 1 to " + Long.MAX_VALUE + ")", () -> new Checkpoints(0, 1)),
                row("checkpoints.bytesMax: 0 (expected: 1 to " + Long.MAX_VALUE + ")", () -> new Checkpoints(1, 0)),
                row("patience.callMillis: 0 (expected: 1 to " + Long.MAX_VALUE + ")", () -> new Patience(0, 1, 1)),
                row("patience.storageMillis: 0 (expected: 1 to " + Long.MAX_VALUE + ")", () -> new Patience(1, 0, 1)),
                row("patience.closeMillis: -1 (expected: 0 to " + Long.MAX_VALUE + ")", () -> new Patience(1, 1, -1)),
                row(
                        "calls.bytesMax: 65536 does not fit a block of blocks.bytesMax: 1024",
                        () -> DEFAULTS.with(new Blocks(1, 1, 1, 1_024))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesALimitOutOfItsRange(String message, Executable construction) {
        assertThatIllegalArgumentException().isThrownBy(construction::execute).withMessage(message);
    }

    @Test
    void changesOneGroupOfLimitsAtATime() {
        var blocks = new Blocks(1, 1, 1, 100_000);
        var calls = new Calls(1, 1, 1);
        var checkpoints = new Checkpoints(1, 1);
        var patience = new Patience(1, 1, 0);
        assertThat(DEFAULTS.with(blocks)
                        .with(calls)
                        .with(checkpoints)
                        .with(patience)
                        .withExplicitAccounts(true))
                .isEqualTo(new VirtualMachineOptions(blocks, calls, checkpoints, patience, true));
    }

    private static Arguments row(String message, Executable construction) {
        return Arguments.of(message, construction);
    }
}
