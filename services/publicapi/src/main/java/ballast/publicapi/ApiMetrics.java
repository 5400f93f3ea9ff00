package ballast.publicapi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// What the public server counts. Every tag has a closed list of values. Thread-safe.
final class ApiMetrics {
    private final MeterRegistry registry;
    private final Map<Route, RouteMetrics> routes = new EnumMap<>(Route.class);
    private final RouteMetrics unknownMethod;
    private final Counter requestsShed;
    private final Counter connectionsRefused;

    ApiMetrics(MeterRegistry registry, Admission connections, Admission inFlight, OpenStreams streams) {
        this.registry = registry;
        for (var route : Route.values()) {
            routes.put(route, new RouteMetrics(registry, route.label()));
        }
        unknownMethod = method("unknown");
        requestsShed = Counter.builder("ballast.api.requests.shed")
                .description("requests refused because too many were in flight")
                .register(registry);
        connectionsRefused = Counter.builder("ballast.api.connections.refused")
                .description("connections closed because too many were open")
                .register(registry);
        Gauge.builder("ballast.api.connections", connections, Admission::inside)
                .description("open connections")
                .register(registry);
        Gauge.builder("ballast.api.requests.inflight", inFlight, Admission::inside)
                .description("requests whose answer is awaited")
                .register(registry);
        Gauge.builder("ballast.api.watchers", streams.watchers(), Admission::inside)
                .description("open change streams")
                .register(registry);
        Gauge.builder("ballast.api.imports", streams.imports(), Admission::inside)
                .description("open imports")
                .register(registry);
    }

    RouteMetrics route(Route route) {
        return Objects.requireNonNull(routes.get(route));
    }

    /// The meters of one gRPC method.
    RouteMetrics method(String name) {
        return new RouteMetrics(registry, "grpc." + name);
    }

    RouteMetrics unknownMethod() {
        return unknownMethod;
    }

    void requestShed() {
        requestsShed.increment();
    }

    void connectionRefused() {
        connectionsRefused.increment();
    }
}
