package ballast.publicapi;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Hands answers from the thread that has them to the event loop that sends them, with one task for many.
///
/// Waking an event loop once an answer costs a fifth to a third of a transfer's CPU time. Here the first answer wakes
/// the loop, and those that arrive until it looks go with it. A stack that is taken whole and turned round: any thread
/// adds, one loop drains. Thread-safe.
final class Completions implements Runnable {
    private static final class Node {
        private final Runnable answer;
        private @Nullable Node next;

        private Node(Runnable answer) {
            this.answer = answer;
        }
    }

    private final Executor loop;
    private final AtomicReference<@Nullable Node> newest = new AtomicReference<>();

    Completions(Executor loop) {
        this.loop = loop;
    }

    /// Runs `answer` on the event loop, after those that were added before it.
    void add(Runnable answer) {
        var node = new Node(answer);
        Node before;
        do {
            before = newest.get();
            node.next = before;
        } while (!newest.compareAndSet(before, node));
        if (before == null) {
            loop.execute(this);
        }
    }

    /// Runs everything that was added so far. For the event loop.
    @Override
    public void run() {
        var rest = reversed(newest.getAndSet(null));
        while (rest != null) {
            rest.answer.run();
            rest = rest.next;
        }
    }

    private static @Nullable Node reversed(@Nullable Node newest) {
        Node turned = null;
        var rest = newest;
        while (rest != null) {
            var next = rest.next;
            rest.next = turned;
            turned = rest;
            rest = next;
        }
        return turned;
    }
}
