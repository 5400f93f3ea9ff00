package ballast.cli;

import ballast.client.Outcome;
import ballast.client.RecordedTransaction;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "watch",
        description = "Every transaction in order from a position on, as they happen; reconnects by itself.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class WatchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--from", paramLabel = "POSITION", description = "the first one (default: ${DEFAULT-VALUE})")
    private long from = 1;

    @Option(names = "--limit", paramLabel = "N", description = "ends after so many (default: never)")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try (var client = server.client().open();
                var changes = client.changes(from)) {
            for (long shown = 0; shown < limit && changes.hasNext(); shown++) {
                var recorded = changes.next();
                out.println(isJson ? AnswerJson.of(recorded) : line(recorded));
                out.flush();
            }
        }
        return 0;
    }

    private static String line(RecordedTransaction recorded) {
        var outcome = recorded.outcome();
        var what = switch (outcome) {
            case Outcome.Committed committed ->
                "%d entries".formatted(committed.entries().size());
            case Outcome.Refused refused -> "refused: " + refused.reason();
        };
        return "%d  %s  %s  %s  %s"
                .formatted(
                        recorded.position(),
                        outcome.time(),
                        outcome.id(),
                        what,
                        Print.pairs(recorded.transaction().metadata()))
                .stripTrailing();
    }
}
