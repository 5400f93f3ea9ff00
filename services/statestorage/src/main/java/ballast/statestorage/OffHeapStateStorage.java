package ballast.statestorage;

import ballast.guard.FailPoints;
import ballast.guard.Invariant;
import ballast.guard.ServiceFailure;
import ballast.types.statestorage.v1.CheckpointRequest;
import ballast.types.statestorage.v1.CheckpointResponse;
import ballast.types.statestorage.v1.ReadKeysRequest;
import ballast.types.statestorage.v1.ReadKeysResponse;
import ballast.types.statestorage.v1.StateDifference;
import ballast.types.statestorage.v1.StateStorage;
import ballast.types.statestorage.v1.WriteKeysRequest;
import ballast.types.statestorage.v1.WriteKeysResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// The whole state in memory outside of the heap, with checkpoints on disk.
///
/// Reads and writes are answered before the call returns and never touch the disk. A checkpoint is a cut through the
/// state at the height of the call: it costs the caller nothing but the call, whatever the size of the state, and is
/// written by a thread of the storage's own while reads and writes go on. It is answered on that thread, with the
/// height of the cut, which a restart finds, neither an earlier nor a later one. So whatever must be durable before the
/// state is (a journal) must be durable up to the last block written when a checkpoint is asked for, even if an earlier
/// height is asked for.
///
/// What waits for a checkpoint is bounded by the state itself: eight bytes for each key changed since the last one, and
/// a second copy of those records that are overwritten while it runs. Nothing is written early and the caller never
/// waits.
///
/// If a checkpoint fails, its stage and all later ones fail with [CheckpointFailedException]; reads and writes go on,
/// and the owner decides. A refused request is a stage that failed with [IllegalArgumentException]. A second checkpoint
/// while one runs, and every call after [#close], fail with [ServiceFailure]; nothing was done. When memory cannot be
/// had, an [OutOfMemoryError] leaves a block half written: the process must end, as it must after any [Error].
///
/// One call at a time: the owner may change its thread, but two calls that overlap are a broken invariant, and checked.
/// [#stats] may be called from any thread.
public final class OffHeapStateStorage implements StateStorage, AutoCloseable {
    /// After a failed checkpoint nobody needs the list of changes; it is dropped when it has this many.
    private static final long UNWANTED_CHANGES_MAX = 1 << 16;

    /// Garbage worked off in a block besides twice its differences, more than it can make.
    private static final long RECLAIMED_PER_BLOCK = 64;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final OffHeapMemory memory;
    private final StateTable table;
    private final Checkpointer checkpointer;
    private final KeyBatch batch;
    private volatile StateStorageStats lastStats;
    private long height;
    private boolean closed;

    private OffHeapStateStorage(OffHeapMemory memory, StateTable table, KeyBatch batch, Checkpointer checkpointer) {
        this.memory = memory;
        this.table = table;
        this.batch = batch;
        this.checkpointer = checkpointer;
        this.height = checkpointer.durableHeight();
        this.lastStats = currentStats();
    }

    /// Opens the storage in a directory, which is made if need be, as of its last checkpoint.
    ///
    /// @throws StateDirectoryException if the directory is not a storage's, is damaged or cannot be used
    public static OffHeapStateStorage open(Path directory, StateStorageOptions options, FailPoints failPoints) {
        return open(directory, options, failPoints, KeyHash.seeded(options.hashSeed()));
    }

    static OffHeapStateStorage open(Path directory, StateStorageOptions options, FailPoints failPoints, KeyHash hash) {
        CheckpointStore store = CheckpointStore.open(new StateDirectory(directory), options.runRecordsMax());
        OffHeapMemory memory = new OffHeapMemory();
        StateTable table = new StateTable(options, hash, memory);
        try {
            Checkpointer checkpointer = new Checkpointer(store, failPoints, store.load(table::load));
            return new OffHeapStateStorage(memory, table, new KeyBatch(hash), checkpointer);
        } catch (StateDirectoryException refused) {
            table.close();
            store.close();
            throw refused;
        }
    }

    @Override
    public CompletionStage<ReadKeysResponse> readKeys(ReadKeysRequest request) {
        return alone(() -> {
            int count = request.getKeysCount();
            batch.clear();
            for (int i = 0; i < count; i++) {
                batch.add(request.getKeys(i));
            }
            ReadKeysResponse.Builder answer = ReadKeysResponse.newBuilder().setHeight(height);
            table.read(batch, answer::addValues);
            return CompletableFuture.completedStage(answer.build());
        });
    }

    @Override
    public CompletionStage<WriteKeysResponse> writeKeys(WriteKeysRequest request) {
        return alone(() -> {
            check(request);
            reclaim(request.getDifferencesCount());
            table.write(batch, request.getDifferencesList());
            height = request.getHeight();
            lastStats = currentStats();
            return CompletableFuture.completedStage(
                    WriteKeysResponse.newBuilder().setHeight(height).build());
        });
    }

    /// Refuses a block before anything is changed, and puts its keys into the batch.
    private void check(WriteKeysRequest request) {
        if (request.getHeight() != height + 1) {
            throw new IllegalArgumentException("height: %d (expected: %d)".formatted(request.getHeight(), height + 1));
        }
        batch.clear();
        for (StateDifference difference : request.getDifferencesList()) {
            batch.add(difference.getKey());
            int valueBytes = difference.getValue().size();
            if (valueBytes > Records.VALUE_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "value: %d bytes (expected: at most %d)".formatted(valueBytes, Records.VALUE_BYTES_MAX));
            }
        }
        if (batch.hasDuplicate()) {
            throw new IllegalArgumentException("block %d: two differences for one key".formatted(height + 1));
        }
    }

    /// Uses again, a little in every block, what the last checkpoint has set free.
    private void reclaim(int differences) {
        releaseFinishedCut();
        if (checkpointer.failure().isPresent() && table.changedCount() > UNWANTED_CHANGES_MAX) {
            table.cut(height).close();
            table.release();
        }
        table.reclaim(2L * differences + RECLAIMED_PER_BLOCK);
    }

    private void releaseFinishedCut() {
        if (table.isCut() && !checkpointer.isRunning()) {
            table.release();
        }
    }

    @Override
    public CompletionStage<CheckpointResponse> checkpoint(CheckpointRequest request) {
        return alone(() -> {
            long asked = request.getHeight();
            if (asked < 0 || asked > height) {
                throw new IllegalArgumentException(
                        "checkpoint: height %d was not written (last: %d)".formatted(asked, height));
            }
            if (asked <= checkpointer.durableHeight()) {
                return CompletableFuture.completedStage(answer(checkpointer.durableHeight()));
            }
            if (checkpointer.isRunning()) {
                throw new ServiceFailure(ServiceFailure.Kind.OVERLOADED, "a checkpoint is running");
            }
            Optional<CheckpointFailedException> failure = checkpointer.failure();
            if (failure.isPresent()) {
                throw failure.get();
            }
            releaseFinishedCut();
            return checkpointer.start(table.cut(height)).thenApply(OffHeapStateStorage::answer);
        });
    }

    private static CheckpointResponse answer(long durableHeight) {
        return CheckpointResponse.newBuilder().setHeight(durableHeight).build();
    }

    /// What the storage holds, as of the last block.
    public StateStorageStats stats() {
        StateStorageStats stats = lastStats;
        return new StateStorageStats(
                stats.records(), stats.offHeapBytes(), stats.height(), checkpointer.durableHeight());
    }

    private StateStorageStats currentStats() {
        return new StateStorageStats(table.liveRecords(), memory.bytes(), height, checkpointer.durableHeight());
    }

    /// Waits for the running checkpoint, ends its thread and gives all memory back. Makes no further checkpoint: the
    /// blocks after the last one are gone, and come back from the log.
    @Override
    public void close() {
        Invariant.check(busy.compareAndSet(false, true), "calls to a storage do not overlap");
        try {
            if (!closed) {
                closed = true;
                checkpointer.close();
                table.close();
            }
        } finally {
            busy.set(false);
        }
    }

    private <T> CompletionStage<T> alone(Supplier<CompletionStage<T>> call) {
        Invariant.check(busy.compareAndSet(false, true), "calls to a storage do not overlap");
        try {
            if (closed) {
                throw new ServiceFailure(ServiceFailure.Kind.UNAVAILABLE, "the state storage is closed");
            }
            return call.get();
        } catch (IllegalArgumentException | ServiceFailure | CheckpointFailedException failure) {
            return CompletableFuture.failedStage(failure);
        } finally {
            busy.set(false);
        }
    }
}
