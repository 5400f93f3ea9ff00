package ballast.virtualmachine;

/// The limits of a virtual machine, and how it is set up.
///
/// @param explicitAccounts whether an account must be opened before it is used, in the blocks that this machine cuts
public record VirtualMachineOptions(
        Blocks blocks, Calls calls, Checkpoints checkpoints, Patience patience, boolean explicitAccounts) {
    /// The limits of blocks.
    ///
    /// @param inFlightMax blocks offered to the log and not yet decided: while one is forced, the next is
    ///     filled, and offered too as soon as it is full
    /// @param deliveredMax committed blocks that wait to be executed; one more, and the log waits
    /// @param transactionsMax most transactions in a block that this machine cuts
    /// @param bytesMax largest block that this machine cuts
    public record Blocks(int inFlightMax, int deliveredMax, int transactionsMax, int bytesMax) {
        public Blocks {
            requireWithin("blocks.inFlightMax", inFlightMax, 1, 1_024);
            requireWithin("blocks.deliveredMax", deliveredMax, 1, 1_024);
            requireWithin("blocks.transactionsMax", transactionsMax, 1, Block.TRANSACTIONS_MAX);
            requireWithin("blocks.bytesMax", bytesMax, Block.bytes(1, 1), Block.BYTES_MAX);
        }
    }

    /// The limits of calls.
    ///
    /// @param pendingMax calls taken and not yet answered, reads included
    /// @param pendingBytesMax what those calls may weigh together
    /// @param bytesMax the largest call
    public record Calls(int pendingMax, long pendingBytesMax, int bytesMax) {
        public Calls {
            requireWithin("calls.pendingMax", pendingMax, 1, Integer.MAX_VALUE);
            requireWithin("calls.bytesMax", bytesMax, 1, Block.TRANSACTION_BYTES_MAX);
            requireWithin("calls.pendingBytesMax", pendingBytesMax, bytesMax, Long.MAX_VALUE);
        }
    }

    /// A checkpoint is taken when one of the two has been reached since the last.
    ///
    /// @param blocksMax blocks that changed the state
    /// @param bytesMax bytes of log entries
    public record Checkpoints(long blocksMax, long bytesMax) {
        public Checkpoints {
            requireWithin("checkpoints.blocksMax", blocksMax, 1, Long.MAX_VALUE);
            requireWithin("checkpoints.bytesMax", bytesMax, 1, Long.MAX_VALUE);
        }
    }

    /// How long anybody waits.
    ///
    /// @param callMillis how long a transaction waits to get into a block, then for that block to be decided;
    ///     how long a read waits for its barrier
    /// @param storageMillis how long the state storage may take for an answer before the machine gives up
    /// @param closeMillis how long closing waits for the calls that are under way
    public record Patience(long callMillis, long storageMillis, long closeMillis) {
        public Patience {
            requireWithin("patience.callMillis", callMillis, 1, Long.MAX_VALUE);
            requireWithin("patience.storageMillis", storageMillis, 1, Long.MAX_VALUE);
            requireWithin("patience.closeMillis", closeMillis, 0, Long.MAX_VALUE);
        }
    }

    public VirtualMachineOptions {
        if (Block.bytes(1, calls.bytesMax()) > blocks.bytesMax()) {
            throw new IllegalArgumentException("calls.bytesMax: %d does not fit a block of blocks.bytesMax: %d"
                    .formatted(calls.bytesMax(), blocks.bytesMax()));
        }
    }

    /// Up to four blocks in flight, all but the first full, of up to 8,190 transactions or 2 MiB; 65,536 calls or
    /// 64 MiB pending; a checkpoint each 10,000 blocks or 64 MiB of log; 10 s for a call.
    public static VirtualMachineOptions defaults() {
        return new VirtualMachineOptions(
                new Blocks(4, 16, Block.TRANSACTIONS_MAX, Block.BYTES_MAX),
                new Calls(1 << 16, 64 << 20, Block.TRANSACTION_BYTES_MAX),
                new Checkpoints(10_000, 64 << 20),
                new Patience(10_000, 30_000, 10_000),
                false);
    }

    public VirtualMachineOptions with(Blocks value) {
        return new VirtualMachineOptions(value, calls, checkpoints, patience, explicitAccounts);
    }

    public VirtualMachineOptions with(Calls value) {
        return new VirtualMachineOptions(blocks, value, checkpoints, patience, explicitAccounts);
    }

    public VirtualMachineOptions with(Checkpoints value) {
        return new VirtualMachineOptions(blocks, calls, value, patience, explicitAccounts);
    }

    public VirtualMachineOptions with(Patience value) {
        return new VirtualMachineOptions(blocks, calls, checkpoints, value, explicitAccounts);
    }

    public VirtualMachineOptions withExplicitAccounts(boolean value) {
        return new VirtualMachineOptions(blocks, calls, checkpoints, patience, value);
    }

    private static void requireWithin(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException("%s: %d (expected: %d to %d)".formatted(name, value, min, max));
        }
    }
}
