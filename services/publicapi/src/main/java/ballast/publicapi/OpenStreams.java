package ballast.publicapi;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The exchanges without an end of their own, so that a stop can end them. Thread-safe.
final class OpenStreams {
    private final Admission watchers;
    private final Admission imports;
    private final Set<Runnable> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    OpenStreams(int watchersMax, int importsMax) {
        watchers = new Admission(watchersMax);
        imports = new Admission(importsMax);
    }

    Admission watchers() {
        return watchers;
    }

    Admission imports() {
        return imports;
    }

    /// From now on a stop runs `end`, on whatever thread stops; if it came before, now.
    void add(Runnable end) {
        ends.add(end);
        if (stopped) {
            end.run();
        }
    }

    void remove(Runnable end) {
        ends.remove(end);
    }

    /// Ends all that are open, and all that come.
    void stop() {
        stopped = true;
        ends.forEach(Runnable::run);
    }
}
