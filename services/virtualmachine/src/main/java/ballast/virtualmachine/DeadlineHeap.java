package ballast.virtualmachine;

/// The deadlines of holds, the earliest first: a binary heap that lives in the state, an element a key.
///
/// A deadline stays until it comes to the top, even if its hold has been captured or has got another one by then.
final class DeadlineHeap {
    private final StateOverlay overlay;

    DeadlineHeap(StateOverlay overlay) {
        this.overlay = overlay;
    }

    /// Says that the top will be wanted.
    void expect() {
        overlay.expect(overlay.deadlineCount());
        overlay.expect(overlay.deadline(0));
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /// The earliest; [Deadline#NONE] if there is none.
    Deadline top() {
        return at(0);
    }

    void add(Deadline deadline) {
        long place = size();
        overlay.set(overlay.deadlineCount(), place + 1);
        while (place > 0 && deadline.compareTo(at((place - 1) / 2)) < 0) {
            put(place, at((place - 1) / 2));
            place = (place - 1) / 2;
        }
        put(place, deadline);
    }

    /// Takes the earliest out of a heap that is not empty.
    void removeTop() {
        long last = size() - 1;
        var moved = at(last);
        put(last, Deadline.NONE);
        overlay.set(overlay.deadlineCount(), last);
        if (last > 0) {
            sink(moved, last);
        }
    }

    /// Puts a deadline at the top and lets it sink to where it belongs.
    private void sink(Deadline deadline, long size) {
        long place = 0;
        for (long child = earlierChild(place, size);
                child < size && at(child).compareTo(deadline) < 0;
                child = earlierChild(place, size)) {
            put(place, at(child));
            place = child;
        }
        put(place, deadline);
    }

    /// At or above the size where there is no child.
    private long earlierChild(long place, long size) {
        long left = 2 * place + 1;
        return left + 1 < size && at(left + 1).compareTo(at(left)) < 0 ? left + 1 : left;
    }

    private long size() {
        return overlay.value(overlay.deadlineCount());
    }

    private Deadline at(long place) {
        return overlay.value(overlay.deadline(place));
    }

    private void put(long place, Deadline deadline) {
        overlay.set(overlay.deadline(place), deadline);
    }
}
