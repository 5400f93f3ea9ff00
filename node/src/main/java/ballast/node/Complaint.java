package ballast.node;

import picocli.CommandLine;

/// What a person reads when a command fails: what is wrong, without a stack trace.
final class Complaint {
    /// A broken data folder has a long story; this many causes tell it.
    private static final int CAUSES_MAX = 5;

    private Complaint() {}

    /// Prints to the command's standard error and gives the exit status.
    static int print(Exception failure, CommandLine command) {
        var err = command.getErr();
        if (failure instanceof ConfigurationException configuration) {
            configuration.problems().forEach(problem -> err.println("ballast: " + problem));
            return CommandLine.ExitCode.USAGE;
        }
        var told = text(failure);
        err.println("ballast: " + told);
        var cause = failure.getCause();
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            // A wrapper without words of its own repeats those of its cause.
            if (!told.endsWith(text(cause))) {
                told = text(cause);
                err.println("  because: " + told);
            }
            cause = cause.getCause();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
