package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// A correct state machine whose state is the list of everything delivered to it. `@ThreadSafe`
///
/// [#blank] begins with nothing; [#restarted] begins with what an earlier machine held up to some position, as if
/// it had recovered that much from its own storage.
public final class RecordingStateMachine implements ReplicatedStateMachine {
    private final LogPosition recovered;
    private final List<DeliveredEntry> state;
    private final List<DeliveredEntry> delivered = new ArrayList<>();
    private final List<LogPosition> installs = new ArrayList<>();
    private final List<Leadership> leaderships = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private Function<LogPosition, List<DeliveredEntry>> source = through -> {
        throw new IllegalStateException("nowhere to get the state as of " + through);
    };
    private Consumer<DeliveredEntry> onDelivery = entry -> {};

    private RecordingStateMachine(LogPosition recovered, List<DeliveredEntry> state) {
        this.recovered = recovered;
        this.state = new ArrayList<>(state);
    }

    public static RecordingStateMachine blank() {
        return new RecordingStateMachine(LogPosition.START, List.of());
    }

    /// A new machine that has recovered what this one held up to `through`.
    public RecordingStateMachine restarted(LogPosition through) {
        return new RecordingStateMachine(through, stateThrough(through));
    }

    /// Answers [#install] with a copy of what `donor` holds; without a source, install throws.
    public RecordingStateMachine installingFrom(RecordingStateMachine donor) {
        return installingFrom(donor::stateThrough);
    }

    /// Answers [#install] with the entries up to a position that `source` gives.
    public RecordingStateMachine installingFrom(Function<LogPosition, List<DeliveredEntry>> source) {
        this.source = source;
        return this;
    }

    /// Is told of each entry on the log's thread, just before it is recorded.
    public RecordingStateMachine onDelivery(Consumer<DeliveredEntry> listener) {
        onDelivery = listener;
        return this;
    }

    @Override
    public LogPosition recovered() {
        return recovered;
    }

    @Override
    public void install(LogPosition through) {
        List<DeliveredEntry> copy = source.apply(through);
        synchronized (this) {
            installs.add(through);
            state.clear();
            state.addAll(copy);
        }
    }

    @Override
    public void deliver(LogPosition position, ByteBuffer entry) {
        DeliveredEntry copy = new DeliveredEntry(position, entry);
        onDelivery.accept(copy);
        synchronized (this) {
            delivered.add(copy);
            state.add(copy);
        }
    }

    @Override
    public synchronized void leadershipChanged(Leadership leadership) {
        leaderships.add(leadership);
    }

    @Override
    public synchronized void logFailed(Throwable cause) {
        failures.add(cause);
    }

    /// What was delivered to this object, oldest first.
    public synchronized List<DeliveredEntry> delivered() {
        return List.copyOf(delivered);
    }

    /// Everything the machine holds: recovered, installed and delivered.
    public synchronized List<DeliveredEntry> state() {
        return List.copyOf(state);
    }

    /// The place up to which the machine holds everything.
    public synchronized LogPosition position() {
        LogPosition last = delivered.isEmpty() ? recovered : delivered.getLast().position();
        LogPosition installed = installs.isEmpty() ? LogPosition.START : installs.getLast();
        return last.compareTo(installed) >= 0 ? last : installed;
    }

    public synchronized List<LogPosition> installs() {
        return List.copyOf(installs);
    }

    public synchronized List<Leadership> leaderships() {
        return List.copyOf(leaderships);
    }

    public synchronized List<Throwable> failures() {
        return List.copyOf(failures);
    }

    private synchronized List<DeliveredEntry> stateThrough(LogPosition through) {
        if (position().compareTo(through) < 0) {
            throw new IllegalStateException("holds the state as of %s, asked for %s".formatted(position(), through));
        }
        return state.stream()
                .filter(entry -> entry.position().compareTo(through) <= 0)
                .toList();
    }
}
