package ballast.cli;

import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = "Measures.",
        subcommands = BenchBatchCommand.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class BenchCommand {}
