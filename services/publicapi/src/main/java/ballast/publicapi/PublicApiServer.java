package ballast.publicapi;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// HTTP/1.1, HTTP/2 and gRPC on one port, in front of a [PublicApi].
///
/// [#start] and [#close] are for one thread that may wait, once each; everything else happens on the server's own event
/// loops.
public final class PublicApiServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(PublicApiServer.class.getName());

    /// More than listening takes on a machine that stands still for a while.
    private static final Duration START_MAX = Duration.ofSeconds(60);

    /// What stopping may take beyond waiting for requests.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PublicApiServerOptions options;
    private final Vertx vertx;
    private final Backend backend;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    /// @param ids gives the transfers an id that come without one
    /// @param readiness asked by `/readyz`, on an event loop: it answers at once
    /// @param metricsPage asked by `/metrics`, on a worker thread: all metrics as Prometheus text
    /// @param registry where the server's own metrics go; its clock is the one that deadlines are measured with
    public PublicApiServer(
            PublicApiService api,
            TransactionIds ids,
            Supplier<Readiness> readiness,
            Supplier<String> metricsPage,
            MeterRegistry registry,
            PublicApiServerOptions options) {
        this.options = options;
        var sizes = options.sizes();
        var connections = new Admission(sizes.connectionsMax());
        var inFlight = new Admission(sizes.inFlightMax());
        var streams = new OpenStreams(sizes.watchersMax(), sizes.importsMax());
        var metrics = new ApiMetrics(registry, connections, inFlight, streams);
        var loops = new Loops(options.times(), registry.config().clock()::monotonicTime);
        var gate = new ConnectionGate(connections, loops, metrics, sizes.unreadBytesMax());
        vertx = Vertx.builder()
                .with(vertxOptions(options.eventLoops()))
                .withTransport(GatedTransport.behind(gate))
                .build();
        var stop = new StopPhase();
        var probes = new Probes(readiness, metricsPage, worker(vertx), stop);
        backend = new Backend(api, ids, inFlight, streams, metrics, probes, stop, sizes);
    }

    /// Listens. When it returns, the port answers.
    ///
    /// @throws UncheckedIOException if the port cannot be had
    public PublicApiServer start() {
        var each = new DeploymentOptions().setInstances(options.eventLoops());
        try {
            await(vertx.deployVerticle(() -> new HttpListener(options, backend, servers), each), START_MAX);
        } catch (ExecutionException e) {
            vertx.close();
            throw new UncheckedIOException(new IOException(
                    "cannot listen on %s port %d".formatted(options.bind(), options.port()), e.getCause()));
        } catch (TimeoutException e) {
            vertx.close();
            throw new UncheckedIOException(new IOException(
                    "listening on %s port %d takes too long".formatted(options.bind(), options.port())));
        }
        return this;
    }

    /// The TCP port that it listens on.
    public int port() {
        return servers.getFirst().actualPort();
    }

    /// Turns unready, takes on no more requests, lets those in flight be answered, and ends. Bounded by
    /// [TimeLimits#stopNotice], [TimeLimits#stopMax] and a few seconds.
    @Override
    public void close() {
        backend.stop().announce();
        var limits = options.times();
        try {
            await(
                    vertx.timer(Math.max(1, limits.stopNotice().toMillis())),
                    limits.stopNotice().plus(GRACE));
            backend.stop().close();
            backend.streams().stop();
            var drained = servers.stream()
                    .map(server -> server.shutdown(limits.stopMax().toMillis(), TimeUnit.MILLISECONDS))
                    .toList();
            await(Future.join(drained), limits.stopMax().plus(GRACE));
            await(vertx.close(), GRACE);
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "the public server did not stop in order", e);
            vertx.close();
        }
    }

    private static VertxOptions vertxOptions(int eventLoops) {
        return new VertxOptions()
                .setEventLoopPoolSize(eventLoops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false));
    }

    private static Executor worker(Vertx vertx) {
        return task -> vertx.executeBlocking(
                () -> {
                    task.run();
                    return true;
                },
                false);
    }

    private static <T> T await(Future<T> future, Duration most) throws ExecutionException, TimeoutException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
