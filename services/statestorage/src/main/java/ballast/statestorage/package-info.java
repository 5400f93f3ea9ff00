/// The state of the ledger: a table in memory outside of the heap, with checkpoints on disk.
///
/// Start with [OffHeapStateStorage][ballast.statestorage.OffHeapStateStorage]. Reads and writes touch memory only; what
/// makes the state durable is the log, from which the blocks after the last checkpoint are executed again.
///
/// From the outside in: [StateTable][ballast.statestorage.StateTable] finds records by key through
/// [HashIndex][ballast.statestorage.HashIndex], in the memory that
/// [RecordArena][ballast.statestorage.RecordArena] hands out.
/// [ChangeTracker][ballast.statestorage.ChangeTracker] knows what a checkpoint must write;
/// [Checkpointer][ballast.statestorage.Checkpointer] writes it on its own thread into
/// [CheckpointStore][ballast.statestorage.CheckpointStore], which is RocksDB.
///
/// One thread at a time may call a storage: its owner. The checkpoint thread reads records that the owner has promised
/// not to change, and nothing else.
@NullMarked
package ballast.statestorage;

import org.jspecify.annotations.NullMarked;
