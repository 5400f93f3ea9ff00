package ballast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit status 0: done; 1: the answer is no, or it failed; 2: the command was written wrongly.
@Command(
        name = "ballast",
        description = "A ledger server that isn't allowed to fail.",
        subcommands = {
            ServerCommands.Start.class,
            TransferCommand.class,
            BalanceCommand.class,
            AccountCommand.class,
            HistoryCommand.class,
            ImportCommand.class,
            WatchCommand.class,
            BenchCommand.class,
            ServerCommands.Stress.class,
            ServerCommands.Verify.class,
            ServerCommands.Test.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, result) -> Complaint.print(failure, command));
    }
}
