package ballast.simulation.ledger;

import java.util.ArrayList;
import java.util.List;

/// The last few of many things.
final class Recent<T> {
    private final int limit;
    private final List<T> kept = new ArrayList<>();
    private int next;

    Recent(int limit) {
        this.limit = limit;
    }

    void add(T thing) {
        if (kept.size() < limit) {
            kept.add(thing);
        } else {
            kept.set(next, thing);
            next = (next + 1) % limit;
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    T one(Dice dice) {
        return dice.one(kept);
    }
}
