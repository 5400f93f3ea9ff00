package workouts.demo;

import picocli.CommandLine;

/// `./ballast demo` runs this.
final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // before anything logs: what the database says while it starts is nobody's concern
        System.setProperty("logback.configurationFile", "workouts/demo/logback.xml");
        System.exit(new CommandLine(new DemoCommand())
                .setExecutionExceptionHandler((failure, line, _) -> {
                    if (failure instanceof DemoException told) {
                        line.getErr().println("demo: " + told.getMessage());
                        return CommandLine.ExitCode.SOFTWARE;
                    }
                    throw failure;
                })
                .execute(arguments));
    }
}
