package workouts.e2e.process;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the programs stand that were built before these tests.
final class Distributions {
    private Distributions() {}

    /// The ledger's.
    static Path ballast() {
        return folder("ballast.dist", "../../node/target/dist");
    }

    /// The services', with the demo.
    static Path services() {
        return folder("workouts.dist", "../demo/target/dist");
    }

    private static Path folder(String property, String otherwise) {
        var folder = Path.of(System.getProperty(property, otherwise))
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(folder.resolve("jvm.options"))) {
            throw new IllegalStateException("setup: no distribution in " + folder + "; build node and workouts/demo");
        }
        return folder;
    }
}
