package ballast.node;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "start",
        description = "Serves the ledger until it is told to stop (SIGTERM or Ctrl-C).",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class StartCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything durable (default: data)")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "HTTP and gRPC; 0: the system chooses (default: 8080)")
    private Optional<String> port = Optional.empty();

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "where to listen (default: 127.0.0.1)")
    private Optional<String> bind = Optional.empty();

    @Option(names = "--config", paramLabel = "FILE", description = "settings as key=value, see docs/operating.md")
    private Optional<Path> config = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        var settings = NodeConfig.read(config, new NodeConfig.Overrides(data, bind, port));
        var halt = new Halt();
        var node = Node.start(settings, halt, FailPointSetting.read(halt));
        halt.closeOnTermination(node);
        System.out.printf("ballast: listening on %s, data in %s%n", node.url(), node.dataFolder());
        System.out.flush();
        return halt.awaitEnd();
    }
}
