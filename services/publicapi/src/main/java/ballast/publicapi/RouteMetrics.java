package ballast.publicapi;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Counts and times the requests of one route. Thread-safe.
///
/// Meters are looked up once, by number: a registry's own look-up builds a key of tags for each request.
final class RouteMetrics {
    private static final int STATUS_MAX = 599;
    private static final Duration[] LATENCIES = {
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
    };

    private final MeterRegistry registry;
    private final String route;
    private final Timer latency;
    private final AtomicReferenceArray<@Nullable Counter> byStatus = new AtomicReferenceArray<>(STATUS_MAX + 1);

    RouteMetrics(MeterRegistry registry, String route) {
        this.registry = registry;
        this.route = route;
        latency = Timer.builder("ballast.api.latency")
                .description("from a request's headers to its answer")
                .tag("route", route)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    /// @param status of HTTP, or of gRPC by its number
    void answered(int status, long nanos) {
        var known = byStatus.get(status);
        (known == null ? counter(status) : known).increment();
        latency.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Counter counter(int status) {
        var counter = Counter.builder("ballast.api.requests")
                .description("requests answered, by route and by status of HTTP or number of gRPC")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry);
        byStatus.set(status, counter);
        return counter;
    }
}
