package ballast.virtualmachine;

import ballast.types.statestorage.v1.StateDifference;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The state with the changes of one block on top: those of the transactions that committed, and those of
/// the one that runs now, which end with [#commit] or [#drop].
///
/// The differences come out in the order in which their keys were first changed, never in the order of a
/// hash table.
final class StateOverlay implements ContractState {
    private static final class Slot {
        private final ByteString key;
        /// As the state has it.
        private ByteString stored = ByteString.EMPTY;
        /// After the transactions that committed.
        private ByteString committed = ByteString.EMPTY;
        /// As the running transaction sees it.
        private ByteString value = ByteString.EMPTY;

        private boolean isChanged;
        private boolean isRunning;

        Slot(ByteString key) {
            this.key = key;
        }

        void load(ByteString fromState) {
            stored = fromState;
            committed = fromState;
            value = fromState;
        }
    }

    private final StateAccess state;
    private final Map<ByteString, Slot> slots = new HashMap<>();
    private final List<Slot> expected = new ArrayList<>();
    private final List<Slot> running = new ArrayList<>();
    private final List<Slot> changed = new ArrayList<>();

    StateOverlay(StateAccess state) {
        this.state = state;
    }

    /// Says that a key will be wanted; [#fetch] reads all of them at once.
    void expect(ByteString key) {
        slots.computeIfAbsent(key, absent -> {
            var slot = new Slot(absent);
            expected.add(slot);
            return slot;
        });
    }

    void fetch() {
        if (expected.isEmpty()) {
            return;
        }
        var values = state.read(expected.stream().map(slot -> slot.key).toList());
        for (int index = 0; index < expected.size(); index++) {
            expected.get(index).load(values.get(index));
        }
        expected.clear();
    }

    @Override
    public ByteString value(ByteString key) {
        return slot(key).value;
    }

    @Override
    public void set(ByteString key, ByteString value) {
        var slot = slot(key);
        slot.value = value;
        if (!slot.isRunning) {
            slot.isRunning = true;
            running.add(slot);
        }
    }

    /// Keeps what was set since the last commit or drop.
    void commit() {
        for (var slot : running) {
            slot.committed = slot.value;
            slot.isRunning = false;
            if (!slot.isChanged) {
                slot.isChanged = true;
                changed.add(slot);
            }
        }
        running.clear();
    }

    /// Forgets what was set since the last commit or drop.
    void drop() {
        for (var slot : running) {
            slot.value = slot.committed;
            slot.isRunning = false;
        }
        running.clear();
    }

    /// What the committed transactions changed.
    List<StateDifference> differences() {
        var differences = new ArrayList<StateDifference>(changed.size() + 1);
        for (var slot : changed) {
            differences.add(StateDifference.newBuilder()
                    .setKey(slot.key)
                    .setValue(slot.committed)
                    .build());
        }
        return differences;
    }

    /// What all balances grew by together; zero in a ledger that works.
    BalanceSum growth() {
        var sum = new BalanceSum();
        for (var slot : changed) {
            if (StateKeys.isAccount(slot.key)) {
                sum.add(BalanceValue.decoded(slot.committed));
                sum.subtract(BalanceValue.decoded(slot.stored));
            }
        }
        return sum;
    }

    private Slot slot(ByteString key) {
        var known = slots.get(key);
        if (known != null) {
            return known;
        }
        expect(key);
        fetch();
        return slot(key);
    }
}
