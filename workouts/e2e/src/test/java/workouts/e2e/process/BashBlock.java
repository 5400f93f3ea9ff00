package workouts.e2e.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The commands of a document's only block of bash, as they stand.
public record BashBlock(List<String> commands) {
    private static final Pattern BLOCK = Pattern.compile("(?s)\n```bash\n(.*?)\n```");

    /// Stands between what two commands print.
    private static final String END = "\u001e";

    /// A command, what it printed, and how it ended.
    public record Ran(String command, String out, int exit) {}

    /// Reads them; a line that ends with a backslash goes on.
    public static BashBlock of(Path document) throws IOException {
        var block = BLOCK.matcher(Files.readString(document));
        if (!block.find()) {
            throw new AssertionError("no bash in " + document);
        }
        var commands = new ArrayList<String>();
        var command = new StringBuilder();
        for (var line : block.group(1).split("\n", -1)) {
            if (command.isEmpty() && (line.isBlank() || line.startsWith("#"))) {
                continue;
            }
            command.append(line).append('\n');
            if (!line.endsWith("\\")) {
                commands.add(command.toString().strip());
                command.setLength(0);
            }
        }
        if (block.find()) {
            throw new AssertionError("more than one block of bash in " + document);
        }
        return new BashBlock(List.copyOf(commands));
    }

    /// Runs all of them in one shell.
    public List<Ran> run(Path folder) throws IOException, InterruptedException {
        var script = new StringBuilder();
        for (var command : commands) {
            script.append(command)
                    .append("\nprintf '")
                    .append(END)
                    .append("%s")
                    .append(END)
                    .append("' \"$?\"\n");
        }
        var builder = new ProcessBuilder("bash", "-c", script.toString());
        builder.directory(folder.toFile()).redirectErrorStream(true);
        var shell = builder.start();
        shell.getOutputStream().close();
        var out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        var parts = out.split(END, -1);
        var ran = new ArrayList<Ran>();
        for (int place = 0; place < commands.size(); place++) {
            ran.add(new Ran(commands.get(place), parts[2 * place], Integer.parseInt(parts[2 * place + 1])));
        }
        return ran;
    }
}
