package ballast.e2e.spec;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.e2e.process.EventReader;
import ballast.e2e.process.GrpcLedger;
import ballast.e2e.process.Launch;
import ballast.e2e.process.Nodes;
import ballast.e2e.process.ServerProcess;
import ballast.simulation.ledger.Workload;
import ballast.types.protocol.v1.RecordedTransaction;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The change stream over both protocols: every position once, in order, over the death of the server.
@Timeout(120)
final class WatchE2e {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BLOCKS = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("");

    @RegisterExtension
    private final Nodes nodes = new Nodes();

    private final List<Long> events = Collections.synchronizedList(new ArrayList<>());
    private final List<RecordedTransaction> messages = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aReaderThatResumesWhereItStoodLosesNothingAndSeesNothingTwice() throws Exception {
        Launch launch = Launch.on(folder.resolve("data")).quickly();
        var workload = Workload.ofCallers(1);
        for (int life = 0; life < 3; life++) {
            ServerProcess server = nodes.start(launch);
            try (var ledger = new GrpcLedger(server.url())) {
                var stream = ledger.watch(messages.size() + 1L, messages::add);
                OptionalLong seen = events.isEmpty() ? OptionalLong.empty() : OptionalLong.of(events.getLast());
                try (var _ = EventReader.start(server.url(), seen, this::take)) {
                    write(server.url(), workload);
                    if (life < 2) {
                        server.kill();
                        await(stream::failed);
                    } else {
                        long last = ledger.account("nobody").getPosition();
                        await(() -> messages.size() >= last && events.size() >= last);
                    }
                }
            }
        }
        assertThat(messages.size()).isGreaterThan(BLOCKS);
        assertThat(messages)
                .extracting(message -> message.getOutcome().getPosition())
                .isEqualTo(positions(messages.size()));
        // An expiry at the very end may have reached one of the two and not the other.
        assertThat(events).isEqualTo(positions(events.size()));
    }

    private static List<Long> positions(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void take(long id, JsonObject event) {
        assertThat(event.getString("position")).isEqualTo(Long.toString(id));
        events.add(id);
    }

    private static void write(URI url, Workload workload) throws IOException, InterruptedException {
        try (var writer = new GrpcLedger(url)) {
            for (int i = 0; i < BLOCKS; i++) {
                var block = workload.next();
                workload.learn(block, writer.transactBatch(block.transactions()));
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen in " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }
}
