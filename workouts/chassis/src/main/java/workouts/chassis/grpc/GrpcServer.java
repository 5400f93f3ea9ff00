package workouts.chassis.grpc;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.binder.grpc.ObservationGrpcServerInterceptor;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/// Serves the other services. It starts and stops with the application: first no new calls are taken, then those under
/// way may end, and only then go the things that they use.
///
/// Thread-safe.
public final class GrpcServer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GrpcServer.class);
    private static final int MESSAGE_BYTES_MAX = 65_536;
    private static final int CALLS_PER_CONNECTION_MAX = 200;

    /// Callers give up sooner than this.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final GrpcSettings settings;
    private final List<BindableService> services;
    private final ObservationRegistry observations;
    private final ExecutorService calls = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("grpc-", 0).factory());
    private volatile @Nullable Server server;

    public GrpcServer(GrpcSettings settings, List<BindableService> services, ObservationRegistry observations) {
        this.settings = settings;
        this.services = List.copyOf(services);
        this.observations = observations;
    }

    @Override
    public void start() {
        var builder = NettyServerBuilder.forAddress(new InetSocketAddress(settings.host(), settings.port()))
                .executor(calls)
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION_MAX)
                // the last one sees a call first
                .intercept(new DeadlineCheck())
                .intercept(new CredentialCheck(settings.credential()))
                .intercept(new ProblemsAnswered())
                .intercept(new ObservationGrpcServerInterceptor(observations));
        services.forEach(builder::addService);
        try {
            server = builder.build().start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + settings, e);
        }
        LOG.info("gRPC listens on {}:{}", settings.host(), port());
    }

    /// Where it listens.
    public int port() {
        return running().map(Server::getPort).orElseThrow(() -> new IllegalStateException("not started"));
    }

    @Override
    public boolean isRunning() {
        return running().isPresent();
    }

    /// With the web server's own: both stop taking requests at the same time.
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public void stop(Runnable ended) {
        Thread.ofVirtual().name("grpc-stop").start(() -> {
            try {
                stop();
            } finally {
                ended.run();
            }
        });
    }

    @Override
    public void stop() {
        running().ifPresent(GrpcServer::end);
        server = null;
        calls.close();
    }

    private static void end(Server server) {
        server.shutdown();
        try {
            if (!server.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("some calls did not end in time");
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            server.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Server> running() {
        return Optional.ofNullable(server);
    }
}
