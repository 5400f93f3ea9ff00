package ballast.statestorage;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a next checkpoint must write, and what may be reused when it is done.
///
/// Time is cut into epochs by checkpoints. The first write to a record in an epoch puts it on the list of changed
/// records. [#freeze] hands that list to a checkpoint and begins the next epoch: until [#thaw] the records on it are
/// frozen. The owner does not touch a frozen record again: a write to its key makes a new record. So a checkpoint
/// reads, while writes go on, exactly the state as of its epoch's end; nothing is copied for it and nobody waits.
///
/// Garbage are records that the index has left (retired), and removed keys, whose records stay in the index until
/// their removal is durable. It is worked off in small steps when the checkpoint that covers it is done.
///
/// Memory: an address for each record changed in an epoch, plus one for each piece of garbage; and a second copy of
/// those records that are written while a checkpoint with them runs. Confined to the storage's owner.
final class ChangeTracker implements AutoCloseable {
    /// What garbage is: an address, with this bit if it is a removed key's.
    static final long REMOVED = 1;

    /// The epoch of a record that is as the last checkpoint has it when the storage is opened.
    static final int LOADED = 0;

    private final OffHeapMemory memory;
    private final Deque<AddressList> reusable = new ArrayDeque<>();
    private int epoch = LOADED + 1;
    private boolean running;
    private AddressList changed;
    private AddressList garbage;
    private AddressList frozenGarbage;

    ChangeTracker(OffHeapMemory memory) {
        this.memory = memory;
        this.changed = new AddressList(memory);
        this.garbage = new AddressList(memory);
        this.frozenGarbage = new AddressList(memory);
    }

    /// The epoch to mark written records with.
    int epoch() {
        return epoch;
    }

    /// Whether a running checkpoint may read the record.
    boolean isFrozen(int recordEpoch) {
        return running && recordEpoch == epoch - 1;
    }

    /// Whether the record is on the list already.
    boolean isChanged(int recordEpoch) {
        return recordEpoch == epoch;
    }

    /// Whether the last finished checkpoint has the record as it is.
    boolean isDurable(int recordEpoch) {
        return !isChanged(recordEpoch) && !isFrozen(recordEpoch);
    }

    /// Puts a record on the list.
    void changed(long address) {
        changed.add(address);
    }

    /// A key was removed; its record is still found.
    void removed(long address) {
        garbage.add(address | REMOVED);
    }

    /// A record that a running or a coming checkpoint may read was replaced by another.
    void retire(long address, boolean frozen) {
        (frozen ? frozenGarbage : garbage).add(address);
    }

    /// Begins an epoch. The caller reads the returned list, and closes it before [#thaw] is called.
    AddressList freeze() {
        AddressList frozen = changed;
        changed = new AddressList(memory);
        frozenGarbage.close();
        frozenGarbage = garbage;
        garbage = new AddressList(memory);
        running = true;
        epoch++;
        return frozen;
    }

    /// The checkpoint is done, and reads nothing any more.
    void thaw() {
        running = false;
        reusable.add(frozenGarbage);
        frozenGarbage = new AddressList(memory);
    }

    boolean isRunning() {
        return running;
    }

    /// How many records are on the list.
    long changedCount() {
        return changed.size();
    }

    /// A piece of garbage that nobody reads any more; 0 if there is none.
    long takeGarbage() {
        while (!reusable.isEmpty()) {
            if (reusable.getFirst().size() > 0) {
                return reusable.getFirst().removeLast();
            }
            reusable.removeFirst().close();
        }
        return 0;
    }

    @Override
    public void close() {
        changed.close();
        garbage.close();
        frozenGarbage.close();
        reusable.forEach(AddressList::close);
    }
}
