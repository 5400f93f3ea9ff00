package ballast.cli;

import ballast.client.ClientException;
import picocli.CommandLine;

/// What a person reads when a command fails: what is wrong and how to mend it, without a stack trace.
final class Complaint {
    private Complaint() {}

    /// Prints to the command's standard error and gives the exit status.
    static int print(Exception failure, CommandLine command) {
        var err = command.getErr();
        err.println("ballast: " + text(failure));
        if (failure instanceof ClientException known) {
            err.println("  " + remedy(known));
        }
        return failure instanceof IllegalArgumentException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static String remedy(ClientException failure) {
        return switch (failure) {
            case ClientException.OutcomeUnknownException unknown ->
                "repeat the command with --id %s; that never does it twice"
                        .formatted(unknown.ids().getFirst());
            case ClientException.OverloadedException _ -> "try again in a moment";
            case ClientException.UnreachableException _ ->
                "does the server run there? ./ballast start serves on http://127.0.0.1:8080; name another with --url";
            case ClientException.RejectedException _ -> "the request must be changed; a repeat will not help";
            case ClientException.ClosedException _ -> "this is a mistake in the program";
        };
    }

    private static String text(Throwable failure) {
        var message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
