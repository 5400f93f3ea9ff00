package ballast.e2e.process;

import ballast.guard.FailPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How a server is to be started: on any free port, with the defaults of production where nothing else is said.
///
/// @param settings keys of the configuration file with their values
/// @param failPoint where the process is to die, as `NAME:N`
/// @param quick whether the JVM is told to start fast rather than to run fast
public record Launch(Path data, Map<String, String> settings, Optional<String> failPoint, boolean quick) {
    public Launch {
        settings = Map.copyOf(settings);
    }

    public static Launch on(Path data) {
        return new Launch(data, Map.of(), Optional.empty(), false);
    }

    public Launch with(String key, long value) {
        Map<String, String> more = new TreeMap<>(settings);
        more.put(key, Long.toString(value));
        return new Launch(data, more, failPoint, quick);
    }

    /// Checkpoints, full journal files and a log that forgets are rare in production; with this they happen all the
    /// time.
    public Launch withRarePathsMadeCommon() {
        return with("checkpoint.blocks", 25)
                .with("journal.segment.bytes", 16_384)
                .with("log.segment.bytes", 4_096);
    }

    /// Dies as if by `kill -9` when it passes the point for the `passing`th time.
    public Launch dyingAt(FailPoint point, int passing) {
        return new Launch(data, settings, Optional.of(point.name() + ":" + passing), quick);
    }

    /// For a server that is started in order to be killed.
    public Launch quickly() {
        return new Launch(data, settings, failPoint, true);
    }

    List<String> jvmFlags() {
        List<String> flags = new ArrayList<>(quick ? QuickStart.flags() : List.of());
        failPoint.ifPresent(point -> flags.add("-Dballast.failpoint=" + point));
        return flags;
    }

    List<String> arguments(Path config) {
        List<String> arguments = new ArrayList<>(List.of("start", "--data", data.toString(), "--port", "0"));
        if (!settings.isEmpty()) {
            arguments.addAll(List.of("--config", config.toString()));
        }
        return arguments;
    }

    String configuration() {
        var lines = new StringBuilder();
        new TreeMap<>(settings)
                .forEach((key, value) ->
                        lines.append(key).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
