package ballast.consensus.testing;

import ballast.consensus.Leadership;
import ballast.consensus.LogPosition;
import ballast.consensus.ReplicatedStateMachine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// Logs that break a promise towards their machine: each stands between a good log and the machine.
final class FlawedDeliveries {
    private FlawedDeliveries() {}

    static UnaryOperator<ReplicatedStateMachine> anEntryTwice() {
        return changed((number, entry) -> number == 3 ? List.of(entry, entry) : List.of(entry));
    }

    static UnaryOperator<ReplicatedStateMachine> oneMissing() {
        return changed((number, entry) -> number == 3 ? List.of() : List.of(entry));
    }

    static UnaryOperator<ReplicatedStateMachine> twoSwapped() {
        List<DeliveredEntry> held = new ArrayList<>();
        return changed((number, entry) -> {
            held.add(entry);
            return number == 2 ? List.of() : drainBackwards(held);
        });
    }

    static UnaryOperator<ReplicatedStateMachine> longEntriesCut() {
        return changed((number, entry) -> List.of(new DeliveredEntry(
                entry.position(), entry.bytes().slice(0, Math.min(entry.bytes().remaining(), 1 << 20)))));
    }

    static UnaryOperator<ReplicatedStateMachine> renumberedAfterARestart() {
        AtomicInteger lives = new AtomicInteger();
        return machine -> {
            long shift = 1000L * lives.getAndIncrement();
            return changed((number, entry) -> List.of(new DeliveredEntry(
                            new LogPosition(
                                    entry.position().term(), entry.position().index() + shift),
                            entry.bytes())))
                    .apply(machine);
        };
    }

    static UnaryOperator<ReplicatedStateMachine> writableBuffers() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public void deliver(LogPosition position, ByteBuffer entry) {
                super.deliver(
                        position,
                        ByteBuffer.allocate(entry.remaining()).put(entry).flip());
            }
        };
    }

    static UnaryOperator<ReplicatedStateMachine> twoAtATime() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public void deliver(LogPosition position, ByteBuffer entry) {
                CountDownLatch started = new CountDownLatch(1);
                Thread other = Thread.ofPlatform().start(() -> {
                    started.countDown();
                    super.deliver(position, entry.duplicate());
                });
                try {
                    started.await();
                    super.deliver(position, entry.duplicate());
                    other.join();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    static UnaryOperator<ReplicatedStateMachine> fromTheStartAfterARestart() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public LogPosition recovered() {
                super.recovered();
                return LogPosition.START;
            }
        };
    }

    static UnaryOperator<ReplicatedStateMachine> recoveredAskedTwice() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public LogPosition recovered() {
                super.recovered();
                return super.recovered();
            }
        };
    }

    static UnaryOperator<ReplicatedStateMachine> noWordOfWhatWasDropped() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public void install(LogPosition through) {}
        };
    }

    static UnaryOperator<ReplicatedStateMachine> noWordOfLeading() {
        return machine -> new ForwardingStateMachine(machine) {
            @Override
            public void leadershipChanged(Leadership leadership) {}
        };
    }

    /// What a machine gets in place of the entry with this number, counted from 1 in each life.
    private interface Change {
        List<DeliveredEntry> insteadOf(int number, DeliveredEntry entry);
    }

    private static UnaryOperator<ReplicatedStateMachine> changed(Change change) {
        return machine -> new ForwardingStateMachine(machine) {
            private int number;

            @Override
            public void deliver(LogPosition position, ByteBuffer entry) {
                number++;
                change.insteadOf(number, new DeliveredEntry(position, entry))
                        .forEach(it -> super.deliver(it.position(), it.bytes()));
            }
        };
    }

    private static List<DeliveredEntry> drainBackwards(List<DeliveredEntry> held) {
        List<DeliveredEntry> drained = List.copyOf(held.reversed());
        held.clear();
        return drained;
    }
}
