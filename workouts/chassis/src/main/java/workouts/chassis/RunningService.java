package workouts.chassis;

import java.net.URI;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import workouts.chassis.grpc.GrpcServer;

/// A service that takes requests.
public final class RunningService implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /// Where it listens for HTTP.
    public URI address() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + (server == null ? -1 : server.getPort()));
    }

    /// Where it listens for gRPC, as a channel's target. Only of services that serve it.
    public String grpcTarget() {
        return "127.0.0.1:" + bean(GrpcServer.class).port();
    }

    /// One of the things that it is made of, for tests.
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /// Stops taking requests, waits for those under way, and lets everything go.
    @Override
    public void close() {
        context.close();
    }
}
