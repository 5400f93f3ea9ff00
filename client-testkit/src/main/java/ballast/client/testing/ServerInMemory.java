package ballast.client.testing;

import ballast.publicapi.PublicApiServer;
import ballast.publicapi.PublicApiServerOptions;
import ballast.publicapi.PublicApiService;
import ballast.publicapi.Readiness;
import ballast.publicapi.UuidV7;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGeneratorFactory;

/// The real public interface on a port of the system's choice, before a ledger and a history in memory.
public final class ServerInMemory implements AutoCloseable {
    private final PublicApiServer server;

    public ServerInMemory() {
        var ledger = new RememberedLedger();
        var ids = new UuidV7(
                InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
                RandomGeneratorFactory.of("L64X128MixRandom").create(1));
        server = new PublicApiServer(
                        new PublicApiService(ledger, ledger.history(), ids),
                        ids,
                        Readiness.Ready::new,
                        () -> "",
                        new SimpleMeterRegistry(),
                        PublicApiServerOptions.defaults().withPort(0))
                .start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
