package ballast.cli;

import ballast.client.Moment;
import ballast.client.Query;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "balance",
        description = "Balances of an account, now or as they were.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BalanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "its address")
    private String account = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ASSET", description = "one asset (default: each)")
    private Optional<String> asset = Optional.empty();

    @ArgGroup
    private AsOf asOf = new AsOf();

    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    /// One of these.
    static final class AsOf {
        @Option(names = "--as-of-position", paramLabel = "N", description = "after this position")
        private Optional<Long> position = Optional.empty();

        @Option(names = "--as-of-time", paramLabel = "TIME", description = "by commit time: 2026-01-31T12:00:00Z")
        private Optional<Instant> time = Optional.empty();

        @Option(names = "--as-of-effective-time", paramLabel = "TIME", description = "by effective time")
        private Optional<Instant> effectiveTime = Optional.empty();

        Moment moment() {
            return position.map(Moment::position)
                    .or(() -> time.map(Moment::committed))
                    .or(() -> effectiveTime.map(Moment::effective))
                    .orElse(Moment.NEWEST);
        }
    }

    @Override
    public Integer call() {
        try (var client = server.client().open()) {
            var query = Query.BalancesOf.account(account).asOf(asOf.moment());
            var reading = client.balances(asset.map(query::inAsset).orElse(query));
            var out = spec.commandLine().getOut();
            if (isJson) {
                reading.value().forEach(one -> out.println(AnswerJson.of(reading.position(), one)));
            } else {
                Print.balances(reading.value(), out);
                out.printf("as of position %d%n", reading.position());
            }
            out.flush();
            return 0;
        }
    }
}
