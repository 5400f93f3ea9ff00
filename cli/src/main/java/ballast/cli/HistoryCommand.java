package ballast.cli;

import ballast.client.BallastClient;
import ballast.client.Filter;
import ballast.client.Found;
import ballast.client.Query;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "history",
        description = "Entries of an account, newest first; or, by --id, what became of one transaction.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HistoryCommand implements Callable<Integer> {
    private static final int PAGE_MAX = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "ACCOUNT", description = "its address")
    private Optional<String> account = Optional.empty();

    @Parameters(index = "1", arity = "0..1", paramLabel = "ASSET", description = "one asset (default: each)")
    private Optional<String> asset = Optional.empty();

    @Option(names = "--id", paramLabel = "UUID", description = "one transaction instead")
    private Optional<UUID> id = Optional.empty();

    @Option(names = "--from", paramLabel = "TIME", description = "committed at or after: 2026-01-31T00:00:00Z")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "TIME", description = "committed at or before")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "at most so many (default: ${DEFAULT-VALUE})")
    private int limit = 20;

    @Option(names = "--oldest-first", description = "in the order in which they were made")
    private boolean isOldestFirst;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    @Override
    public Integer call() {
        if (account.isPresent() == id.isPresent()) {
            throw new IllegalArgumentException("name an account, or a transaction by --id");
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit is %d (at least: 1)".formatted(limit));
        }
        try (var client = server.client().open()) {
            var out = spec.commandLine().getOut();
            int status = id.map(one -> transaction(client, one, out))
                    .orElseGet(() -> entries(client, account.orElseThrow(), out));
            out.flush();
            return status;
        }
    }

    private int transaction(BallastClient client, UUID one, PrintWriter out) {
        var found = client.find(one);
        if (found.isEmpty()) {
            spec.commandLine().getErr().println("ballast: there is no transaction with the id " + one);
            return 1;
        }
        var recorded = found.get().recorded();
        if (isJson) {
            out.println(AnswerJson.of(recorded));
        } else {
            Print.outcome(recorded.outcome(), false, out);
            found.get().reversedBy().ifPresent(by -> out.printf("reversed by %s%n", by));
        }
        return 0;
    }

    private int entries(BallastClient client, String address, PrintWriter out) {
        var shown = new ArrayList<Found.HistoryEntry>();
        var next = Optional.of(query(address));
        while (next.isPresent() && shown.size() < limit) {
            var page = client.entries(next.get().withLimit(Math.min(PAGE_MAX, limit - shown.size())));
            if (isJson) {
                page.items().forEach(entry -> out.println(AnswerJson.of(entry)));
            }
            shown.addAll(page.items());
            next = page.next();
        }
        if (!isJson) {
            Print.history(List.copyOf(shown), out);
        }
        return 0;
    }

    private Query.Entries query(String address) {
        var query = Query.Entries.of(address)
                .within(new Query.EntryRanges(new Filter.Range<>(from, to), Filter.Range.all(), Filter.Range.all()))
                .inOrder(isOldestFirst ? Query.Order.OLDEST_FIRST : Query.Order.NEWEST_FIRST);
        return asset.map(query::inAsset).orElse(query);
    }
}
