package ballast.node;

import ballast.history.HistoryStatus;
import ballast.statestorage.StateStorageStats;
import ballast.virtualmachine.VirtualMachineStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// Every figure that `/metrics` shows, read from the services when somebody asks.
final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    Metrics(
            Supplier<VirtualMachineStatus> machine,
            Supplier<StateStorageStats> storage,
            Supplier<HistoryStatus> history) {
        gauge("ballast.height", "blocks that changed the state", machine, VirtualMachineStatus::height);
        gauge("ballast.position", "the last transaction's", machine, VirtualMachineStatus::position);
        gauge("ballast.checkpoint.height", "the last checkpoint's", storage, StateStorageStats::durableHeight);
        gauge("ballast.calls.pending", "taken, not yet answered", machine, VirtualMachineStatus::callsPending);
        gauge("ballast.transactions.waiting", "in no block yet", machine, VirtualMachineStatus::transactionsWaiting);
        gauge("ballast.blocks.in.flight", "offered, not decided", machine, VirtualMachineStatus::blocksInFlight);
        gauge("ballast.ready", "1 if a transaction would be taken", machine, status -> status.ready() ? 1 : 0);
        gauge("ballast.state.records", "keys with a value", storage, StateStorageStats::records);
        gauge("ballast.state.off.heap.bytes", "memory of the state", storage, StateStorageStats::offHeapBytes);
        gauge("ballast.history.position", "the last transaction's in the index", history, HistoryStatus::position);
        gauge("ballast.history.behind", "positions not yet in the index", history, HistoryStatus::behind);
        gauge("ballast.history.terms", "accounts, codes and metadata in the index", history, HistoryStatus::terms);
        gauge("ballast.history.postings", "occurrences of terms in the index", history, HistoryStatus::postings);
        gauge("ballast.history.bytes", "files of the index", history, HistoryStatus::bytes);
        counter("ballast.blocks.executed", "log entries executed", machine, VirtualMachineStatus::blocksExecuted);
        counter(
                "ballast.transactions.executed",
                "repeats included",
                machine,
                VirtualMachineStatus::transactionsExecuted);
        new JvmMemoryMetrics().bindTo(registry);
        garbage.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    MeterRegistry registry() {
        return registry;
    }

    /// In the Prometheus text format.
    String page() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }

    private <T> void gauge(String name, String meaning, Supplier<T> source, ToDoubleFunction<T> figure) {
        Gauge.builder(name, source, current -> figure.applyAsDouble(current.get()))
                .description(meaning)
                .strongReference(true)
                .register(registry);
    }

    private <T> void counter(String name, String meaning, Supplier<T> source, ToDoubleFunction<T> figure) {
        FunctionCounter.builder(name, source, current -> figure.applyAsDouble(current.get()))
                .description(meaning)
                .register(registry);
    }
}
