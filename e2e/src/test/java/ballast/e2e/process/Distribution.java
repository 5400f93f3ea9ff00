package ballast.e2e.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where the built node stands, and how its JVM is started.
final class Distribution {
    private static final String PROPERTY = "ballast.dist";
    private static final String MAIN = "ballast.node.Main";

    private Distribution() {}

    /// The words of a command that runs the node's command line with `arguments`.
    static List<String> command(List<String> jvmFlags, List<String> arguments) {
        Path root = Path.of(System.getProperty(PROPERTY, "../node/target/dist"))
                .toAbsolutePath()
                .normalize();
        Path options = root.resolve("jvm.options");
        if (!Files.isRegularFile(options)) {
            throw new IllegalStateException("no distribution in " + root + ": build the module node first");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + options);
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", root.resolve("lib") + File.separator + "*", MAIN));
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
