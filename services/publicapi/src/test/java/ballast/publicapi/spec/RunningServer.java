package ballast.publicapi.spec;

import ballast.publicapi.PublicApiServer;
import ballast.publicapi.PublicApiServerOptions;
import ballast.publicapi.PublicApiService;
import ballast.publicapi.Readiness;
import ballast.publicapi.SizeLimits;
import ballast.publicapi.TimeLimits;
import ballast.publicapi.UuidV7;
import ballast.types.virtualmachine.v1.VirtualMachine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The public server on a port of the system's choice, with two event loops whatever the machine has.
final class RunningServer implements AutoCloseable {
    private static final int EVENT_LOOPS = 2;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PublicApiServer server;
    private volatile Readiness readiness = new Readiness.Ready();

    RunningServer(VirtualMachine virtualMachine, SizeLimits sizes, TimeLimits times) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var ids = new UuidV7(InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")), random);
        server = new PublicApiServer(
                        new PublicApiService(virtualMachine, ids),
                        ids,
                        () -> readiness,
                        () -> "metrics_page 1\n",
                        registry,
                        new PublicApiServerOptions("127.0.0.1", 0, EVENT_LOOPS, sizes, times))
                .start();
    }

    RunningServer(VirtualMachine virtualMachine) {
        this(virtualMachine, SizeLimits.defaults(), TimeLimits.defaults());
    }

    int port() {
        return server.port();
    }

    RawConnection connect() {
        return new RawConnection(server.port());
    }

    void readiness(Readiness state) {
        readiness = state;
    }

    SimpleMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        server.close();
    }
}
