package ballast.node;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/// What has been opened so far, to be closed in the opposite order, each whatever happened to the others.
final class Opened implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /// Takes a part over and gives it back.
    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.log(
                        Level.WARNING,
                        () -> "closing %s failed".formatted(part.getClass().getSimpleName()),
                        e);
            }
        }
    }
}
