package ballast.consensus.testing;

import ballast.consensus.LogPosition;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// The one order that a simulated cluster has agreed on; nothing ever leaves it. Slots count our entries from 0.
final class CommittedEntries {
    private final List<DeliveredEntry> entries = new ArrayList<>();

    int size() {
        return entries.size();
    }

    DeliveredEntry at(int slot) {
        return entries.get(slot);
    }

    LogPosition last() {
        return entries.isEmpty() ? LogPosition.START : entries.getLast().position();
    }

    /// Appends an entry, leaving room before it for entries that an engine writes for itself.
    LogPosition append(long term, int gap, ByteBuffer bytes) {
        LogPosition position = new LogPosition(term, last().index() + 1 + gap);
        entries.add(new DeliveredEntry(position, bytes));
        return position;
    }

    /// The slot of the first entry after `position`.
    int slotAfter(LogPosition position) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).position().index() <= position.index()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Whether a machine can rightly say that it holds everything up to here.
    boolean holds(LogPosition position) {
        int slot = slotAfter(position);
        LogPosition before =
                slot == 0 ? LogPosition.START : entries.get(slot - 1).position();
        return before.index() == position.index() ? before.equals(position) : position.index() <= last().index();
    }
}
