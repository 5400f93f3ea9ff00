package ballast.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// What a figure must be read with.
final class Machine {
    private Machine() {}

    /// Processors, memory, system, Java, in one line.
    static String facts() {
        return "%d x %s, %s, %s %s, Java %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        value(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                        value(Path.of("/proc/meminfo"), "MemTotal").orElse("memory unknown"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static Optional<String> value(Path file, String key) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key) && line.contains(":"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip());
        } catch (IOException e) {
            // Not every system says it this way.
            return Optional.empty();
        }
    }
}
