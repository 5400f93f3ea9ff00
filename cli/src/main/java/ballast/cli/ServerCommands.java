package ballast.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The commands that the launcher gives to the server or does itself. They stand here so that the help shows them
/// all.
abstract class ServerCommands implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().getErr().printf("ballast: run this as ./ballast %s%n", spec.name());
        return ExitCode.USAGE;
    }

    @Command(name = "start", description = "Serves the ledger until it is told to stop.")
    static final class Start extends ServerCommands {}

    @Command(name = "stress", description = "Sends seeded transfers, then compares every balance.")
    static final class Stress extends ServerCommands {}

    @Command(name = "verify", description = "Offline: executes the whole history again and compares.")
    static final class Verify extends ServerCommands {}

    @Command(name = "test", description = "Runs every test; `test fast` the quick ones.")
    static final class Test extends ServerCommands {}
}
