package ballast.cli;

import ballast.client.Account;
import ballast.client.BallastClient;
import ballast.client.Query;
import ballast.client.Reading;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "account",
        description = "An account with its limits and its state; or, by --prefix, the accounts that begin so.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AccountCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "ACCOUNT", description = "its address; with --prefix, how it begins")
    private String account = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "ASSET", description = "one asset (default: each)")
    private Optional<String> asset = Optional.empty();

    @Option(names = "--prefix", description = "every account whose address begins so")
    private boolean isPrefix;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean isJson;

    @Override
    public Integer call() {
        try (var client = server.client().open()) {
            var out = spec.commandLine().getOut();
            if (isPrefix) {
                list(client, out);
            } else {
                show(client, out);
            }
            out.flush();
            return 0;
        }
    }

    private void show(BallastClient client, PrintWriter out) {
        var reading = asset.map(one -> one(client.account(account, one))).orElseGet(() -> client.account(account));
        if (isJson) {
            reading.value().forEach(one -> out.println(AnswerJson.of(reading.position(), one)));
        } else {
            Print.accounts(reading.value(), out);
            out.printf("as of position %d%n", reading.position());
        }
    }

    private static Reading<List<Account>> one(Reading<Account> reading) {
        return new Reading<>(reading.position(), List.of(reading.value()));
    }

    /// A page at a time, all as of the same position.
    private void list(BallastClient client, PrintWriter out) {
        var begin = Query.Accounts.startingWith(account).withLimit(PAGE);
        var next = Optional.of(asset.map(begin::inAsset).orElse(begin));
        while (next.isPresent()) {
            var page = client.accounts(next.get());
            if (isJson) {
                page.items().forEach(one -> out.println(AnswerJson.of(page.position(), one)));
            } else {
                Print.balances(page.items(), out);
            }
            next = page.next();
        }
    }
}
