package ballast.publicapi.spec;

import ballast.history.testing.InMemoryHistory;
import ballast.publicapi.PublicApiServer;
import ballast.publicapi.PublicApiServerOptions;
import ballast.publicapi.PublicApiService;
import ballast.publicapi.Readiness;
import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import ballast.publicapi.UuidV7;
import ballast.types.history.v1.History;
import ballast.types.virtualmachine.v1.VirtualMachine;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The public server on a port of the system's choice, with two event loops whatever the machine has.
final class RunningServer implements AutoCloseable {
    private static final int EVENT_LOOPS = 2;

    private final SimpleMeterRegistry registry;
    private final PublicApiServer server;
    private volatile Supplier<String> page = () -> "metrics_page 1\n";
    private volatile Readiness readiness = new Readiness.Ready();

    private RunningServer(VirtualMachine virtualMachine, History history, PublicApiServerOptions options) {
        this(virtualMachine, history, options, Clock.SYSTEM);
    }

    private RunningServer(VirtualMachine virtualMachine, History history, PublicApiServerOptions options, Clock clock) {
        registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var ids = new UuidV7(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), random);
        server = new PublicApiServer(
                        new PublicApiService(virtualMachine, history, ids),
                        ids,
                        () -> readiness,
                        () -> page.get(),
                        registry,
                        options)
                .start();
    }

    RunningServer(VirtualMachine virtualMachine, SizeLimits sizes, TimeLimits times) {
        this(
                virtualMachine,
                new InMemoryHistory(),
                new PublicApiServerOptions("127.0.0.1", 0, EVENT_LOOPS, sizes, times));
    }

    /// With a ledger that remembers.
    RunningServer(RememberedLedger ledger, SizeLimits sizes, TimeLimits times) {
        this(ledger, ledger.history(), new PublicApiServerOptions("127.0.0.1", 0, EVENT_LOOPS, sizes, times));
    }

    /// With a clock that the test moves.
    RunningServer(VirtualMachine virtualMachine, TimeLimits times, Clock clock) {
        this(
                virtualMachine,
                new InMemoryHistory(),
                new PublicApiServerOptions("127.0.0.1", 0, EVENT_LOOPS, SizeLimits.defaults(), times),
                clock);
    }

    /// With a ledger that remembers, and a clock that the test moves.
    RunningServer(RememberedLedger ledger, TimeLimits times, Clock clock) {
        this(
                ledger,
                ledger.history(),
                new PublicApiServerOptions("127.0.0.1", 0, EVENT_LOOPS, SizeLimits.defaults(), times),
                clock);
    }

    RunningServer(RememberedLedger ledger) {
        this(ledger, SizeLimits.defaults(), Limits.patient());
    }

    static RunningServer withOptions(VirtualMachine virtualMachine, PublicApiServerOptions options) {
        return new RunningServer(virtualMachine, new InMemoryHistory(), options);
    }

    RunningServer(VirtualMachine virtualMachine) {
        this(virtualMachine, SizeLimits.defaults(), Limits.patient());
    }

    int port() {
        return server.port();
    }

    /// By a client that takes little at once.
    RawConnection connect() {
        return new RawConnection(server.port(), 4_096);
    }

    /// By a client that has much to read.
    RawConnection connectToReadMuch() {
        return new RawConnection(server.port(), 65_536);
    }

    void readiness(Readiness state) {
        readiness = state;
    }

    /// What `/metrics` answers.
    void page(Supplier<String> text) {
        page = text;
    }

    /// The value of a gauge.
    int gauge(String name) {
        return (int) registry.get(name).gauge().value();
    }

    /// The value of a counter.
    int count(String name, String... tags) {
        return (int) registry.get(name).tags(tags).counter().count();
    }

    SimpleMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        server.close();
    }
}
