package ballast.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = {
            "Does the transactions of a file, one JSON object a line, each with an id and a fate of its own.",
            "If it breaks off, run it again: what was done before is not done twice."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "the file; - is standard input")
    private Path file = Path.of("-");

    @Option(names = "--batch", paramLabel = "N", description = "transactions of a call (default: ${DEFAULT-VALUE})")
    private int batch = 1_000;

    @Option(names = "--in-flight", paramLabel = "K", description = "calls under way (default: ${DEFAULT-VALUE})")
    private int inFlight = 4;

    @Option(names = "--json", description = "the summary as one JSON object")
    private boolean isJson;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var client = server.client().open();
                var lines = new BufferedReader(new InputStreamReader(input(), StandardCharsets.UTF_8))) {
            var err = spec.commandLine().getErr();
            var summary = new Import(client, batch, inFlight, err).run(lines);
            var out = spec.commandLine().getOut();
            out.println(isJson ? summary.json() : summary.text());
            out.flush();
            return summary.isClean() ? 0 : 1;
        }
    }

    private InputStream input() throws IOException {
        return file.toString().equals("-") ? System.in : Files.newInputStream(file);
    }
}
