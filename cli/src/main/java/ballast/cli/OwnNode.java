package ballast.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A node of the same distribution, as a process of its own in a temporary folder, for as long as a benchmark takes.
final class OwnNode implements AutoCloseable {
    private static final String LISTENING = "ballast: listening on ";
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final Path folder;
    private final URI url;

    private OwnNode(Process process, Path folder, URI url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    static OwnNode start() throws IOException {
        var folder = Files.createTempDirectory("ballast-bench-");
        var process = new ProcessBuilder(command(folder))
                .redirectError(folder.resolve("node.log").toFile())
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        // The JVM itself may have something to say before.
        var line = out.lines().filter(one -> one.startsWith(LISTENING)).findFirst();
        if (line.isEmpty()) {
            process.destroy();
            throw new IllegalStateException(
                    "the node did not start; its log is in %s".formatted(folder.resolve("node.log")));
        }
        var url = URI.create(line.get().substring(LISTENING.length(), line.get().indexOf(',')));
        return new OwnNode(process, folder, url);
    }

    URI url() {
        return url;
    }

    Path folder() {
        return folder;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// Stops it and deletes its folder.
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    /// The same Java and the same jars that this command runs with, with the server's own flags.
    private static List<String> command(Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        var flags = jar().resolveSibling("..").resolve("jvm.options").normalize();
        if (Files.exists(flags)) {
            command.add("@" + flags);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "ballast.node.Main", "start"));
        command.addAll(List.of("--port", "0", "--data", folder.resolve("data").toString()));
        return command;
    }

    private static Path jar() {
        try {
            return Path.of(OwnNode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where this program is cannot be found out", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
