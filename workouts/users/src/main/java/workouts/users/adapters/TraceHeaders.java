package workouts.users.adapters;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Gives the trace that the current thread works for, as the ledger is told it: W3C Trace Context. Thread-safe.
public final class TraceHeaders implements Supplier<Map<String, String>> {
    private final Tracer tracer;
    private final Propagator propagator;

    public TraceHeaders(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /// Nothing outside of a trace.
    @Override
    public Map<String, String> get() {
        return Optional.ofNullable(tracer.currentTraceContext().context())
                .map(context -> {
                    var headers = new LinkedHashMap<String, String>();
                    propagator.inject(context, headers, (carrier, name, value) -> {
                        if (carrier != null) {
                            carrier.put(name, value);
                        }
                    });
                    return Map.copyOf(headers);
                })
                .orElseGet(Map::of);
    }
}
