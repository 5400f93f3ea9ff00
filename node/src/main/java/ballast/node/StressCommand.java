package ballast.node;

import ballast.stress.StressOptions;
import ballast.stress.StressRun;
import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "stress",
        description = "Sends seeded transfers and then compares every balance with its own ledger, to the last unit.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true)
final class StressCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--url", required = true, description = "the server, for example http://127.0.0.1:8080")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--mode", description = "seeded: a number of transfers; mixed: transfers and reads for a time")
    private String mode = "seeded";

    @Option(names = "--transactions", description = "transfers of a seeded run")
    private int transactions = 20_000;

    @Option(names = "--users", description = "accounts the transfers go between")
    private int users = 100;

    @Option(names = "--concurrency", description = "connections, each with one request at a time")
    private int concurrency = 200;

    @Option(names = "--seed", description = "what senders, receivers and amounts are drawn from")
    private long seed = 42;

    @Option(names = "--seconds", description = "length of a mixed run")
    private int seconds = 30;

    @Option(names = "--prefix", description = "begins the name of every account")
    private String prefix = "stress";

    @Override
    public Integer call() throws InterruptedException {
        return StressRun.run(options(), System.out);
    }

    private StressOptions options() {
        try {
            return new StressOptions(url, modeNamed(mode), transactions, users, concurrency, seed, seconds, prefix);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static StressOptions.Mode modeNamed(String name) {
        return switch (name) {
            case "seeded" -> StressOptions.Mode.SEEDED;
            case "mixed" -> StressOptions.Mode.MIXED;
            default -> throw new IllegalArgumentException("mode must be seeded or mixed, not '%s'".formatted(name));
        };
    }
}
