package ballast.cli;

import ballast.client.BallastClient;
import ballast.client.WhenFull;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "batch",
        description = {
            "Transfers a second, in batches over gRPC, until the history has them all.",
            "Without --url it starts a node of its own, in a temporary folder that it deletes afterwards."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
final class BenchBatchCommand implements Callable<Integer> {
    /// A batch may wait for many others.
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "a server that runs already",
            showDefaultValue = Help.Visibility.NEVER)
    private Optional<URI> url = Optional.empty();

    @Option(names = "--accounts", paramLabel = "N", description = "opened before the clock starts")
    private int accounts = 10_000;

    @Option(names = "--transfers", paramLabel = "N", description = "built before the clock starts")
    private int transfers = 2_000_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "transfers before the clock starts")
    private int warmUp = 500_000;

    @Option(names = "--batch", paramLabel = "N", description = "transfers of one call")
    private int batch = 8_190;

    @Option(names = "--in-flight", paramLabel = "K", description = "calls under way at once")
    private int inFlight = 4;

    @Option(names = "--holds", paramLabel = "PERCENT", description = "how many of them are holds, not transfers")
    private int holdsPercent = 0;

    @Option(names = "--seed", paramLabel = "SEED", description = "what accounts and amounts are drawn from")
    private long seed = 42;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var settings = settings();
        var out = spec.commandLine().getOut();
        if (url.isPresent()) {
            return run(settings, url.get(), Optional.empty());
        }
        try (var node = OwnNode.start()) {
            out.printf(
                    "node           own, process %d, data in %s%n",
                    node.handle().pid(), node.folder());
            return run(settings, node.url(), Optional.of(node.handle()));
        }
    }

    private int run(BenchSettings settings, URI server, Optional<ProcessHandle> node) throws InterruptedException {
        // Two threads are enough to count answers, and cheaper than one for each.
        try (ExecutorService executor = Executors.newFixedThreadPool(2);
                BallastClient client = BallastClient.at(server)
                        .deadline(DEADLINE)
                        .attempts(DEADLINE, 1_000)
                        .calls(settings.inFlight() * settings.batch() + 1_000, WhenFull.WAIT)
                        .executor(executor)
                        .open()) {
            var result = new BenchRun(client, settings, node).run();
            result.print(spec.commandLine().getOut(), settings);
            return result.isSound() ? 0 : 1;
        }
    }

    private BenchSettings settings() {
        try {
            return new BenchSettings(accounts, transfers, warmUp, batch, inFlight, holdsPercent, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
