package ballast.node;

import picocli.CommandLine;

/// The command line. Exit status 0: done; 1: the answer is no, or it failed; 2: the command was written wrongly.
@CommandLine.Command(
        name = "ballast",
        description = "A ledger server that isn't allowed to fail.",
        subcommands = {StartCommand.class, StressCommand.class, VerifyCommand.class, CommandLine.HelpCommand.class},
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
