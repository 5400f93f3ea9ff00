package ballast.cli;

import ballast.client.Leg;
import ballast.client.Outcome;
import ballast.client.Transaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
        name = "transfer",
        description = "Moves an amount from one account to another, once for each id.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TransferCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "FROM", description = "the account that gives")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "the account that takes")
    private String to = "";

    @Parameters(index = "2", paramLabel = "AMOUNT", description = "in the asset's smallest unit: 1250 is 12.50 USD/2")
    private BigInteger amount = BigInteger.ZERO;

    @Parameters(index = "3", paramLabel = "ASSET", description = "for example USD/2")
    private String asset = "";

    @Option(names = "--id", paramLabel = "UUID", description = "repeat with the same one and it happens once")
    private Optional<UUID> id = Optional.empty();

    @Option(names = "--up-to", description = "move at most the amount: what is available above the lower limit")
    private boolean isUpTo;

    @Option(names = "--code", paramLabel = "N", description = "what kind of transaction it is")
    private long code;

    @Option(names = "--metadata", paramLabel = "KEY=VALUE", description = "may be given several times")
    private Map<String, String> metadata = new LinkedHashMap<>();

    @Option(names = "--effective-time", paramLabel = "TIME", description = "when it counts as having happened")
    private Optional<Instant> effectiveTime = Optional.empty();

    @Option(names = "--dry-run", description = "tells what would become of it, and does nothing")
    private boolean isDryRun;

    @Option(names = "--json", description = "one JSON object")
    private boolean isJson;

    @Override
    public Integer call() {
        try (var client = server.client().open()) {
            var transaction = transaction();
            var outcome = isDryRun ? client.dryRun(transaction).value() : client.transact(transaction);
            Print.outcome(outcome, isJson, spec.commandLine().getOut());
            return outcome instanceof Outcome.Committed ? 0 : 1;
        }
    }

    private Transaction transaction() {
        var mode = isUpTo ? Leg.AmountMode.UP_TO_AVAILABLE : Leg.AmountMode.EXACT;
        var transaction = Transaction.builder()
                .leg(new Leg.Transfer(from, to, asset, amount, mode))
                .code(code);
        id.ifPresent(transaction::id);
        metadata.forEach(transaction::metadata);
        effectiveTime.ifPresent(transaction::effectiveTime);
        return transaction.build();
    }
}
