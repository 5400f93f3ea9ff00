package ballast.publicapi;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/// What operators ask: does it live, is it ready, how is it. Thread-safe.
final class Probes {
    private static final System.Logger LOG = System.getLogger(Probes.class.getName());
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<Readiness> readiness;
    private final Supplier<String> metrics;
    private final Executor worker;
    private final AtomicBoolean scraping = new AtomicBoolean();
    private final StopPhase stop;

    /// The page of metrics is written by the worker, because that may take longer than an event loop has.
    Probes(Supplier<Readiness> readiness, Supplier<String> metrics, Executor worker, StopPhase stop) {
        this.readiness = readiness;
        this.metrics = metrics;
        this.worker = worker;
        this.stop = stop;
    }

    static HttpReply health() {
        return HttpReply.ok("ok");
    }

    HttpReply readiness() {
        var state = stop.isAnnounced() ? new Readiness.NotReady("stopping") : readiness.get();
        return switch (state) {
            case Readiness.Ready() -> HttpReply.ok("ready");
            case Readiness.NotReady(String reason) -> HttpReply.error(503, reason);
        };
    }

    /// Sends the page of metrics. One is written at a time.
    void metrics(HttpExchange exchange) {
        if (scraping.compareAndSet(false, true)) {
            worker.execute(() -> {
                var reply = page();
                scraping.set(false);
                exchange.loop().deliver(() -> exchange.send(reply));
            });
        } else {
            exchange.send(HttpReply.error(503, "another reader is being served; try again"));
        }
    }

    private HttpReply page() {
        try {
            return HttpReply.page(PROMETHEUS, metrics.get());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the page of metrics cannot be written", e);
            return HttpReply.error(500, "the page of metrics cannot be written");
        }
    }
}
