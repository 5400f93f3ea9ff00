package ballast.node;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// How one node runs: where its data are, where it listens, and its limits.
public final class NodeConfig {
    /// Where data go when nobody says otherwise, seen from the folder in which the command runs.
    public static final Path DATA_BY_DEFAULT = Path.of("data");

    /// Only this machine, until somebody decides otherwise.
    public static final String BIND_BY_DEFAULT = "127.0.0.1";

    private final Path data;
    private final String bind;
    private final Map<Setting, Long> numbers;

    private NodeConfig(Path data, String bind, Map<Setting, Long> numbers) {
        this.data = data;
        this.bind = bind;
        this.numbers = new EnumMap<>(numbers);
    }

    /// What the command line says; each wins over the file.
    public record Overrides(Optional<Path> data, Optional<String> bind, Optional<String> port) {}

    /// Reads a configuration file, if one is given, and lays the command line over it.
    ///
    /// @throws ConfigurationException naming every problem
    public static NodeConfig read(Optional<Path> file, Overrides overrides) {
        var problems = new ArrayList<String>();
        var texts = file.map(path -> load(path, problems)).orElseGet(Properties::new);
        overrides.data().ifPresent(path -> texts.setProperty("data", path.toString()));
        overrides.bind().ifPresent(address -> texts.setProperty("bind", address));
        overrides.port().ifPresent(port -> texts.setProperty(Setting.PORT.key(), port));

        var numbers = new EnumMap<Setting, Long>(Setting.class);
        for (var setting : Setting.values()) {
            var text = texts.getProperty(setting.key(), Long.toString(setting.byDefault()))
                    .strip();
            setting.problem(text).ifPresentOrElse(problems::add, () -> numbers.put(setting, Long.parseLong(text)));
        }
        var bind = texts.getProperty("bind", BIND_BY_DEFAULT).strip();
        if (!isAddress(bind)) {
            problems.add("bind: '%s' (expected: an address of this machine, for example 127.0.0.1)".formatted(bind));
        }
        for (var key : texts.stringPropertyNames()) {
            if (!key.equals("data") && !key.equals("bind") && Setting.named(key).isEmpty()) {
                problems.add("%s: unknown (expected: data, bind, %s)".formatted(key, knownKeys()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new NodeConfig(Path.of(texts.getProperty("data", DATA_BY_DEFAULT.toString())), bind, numbers);
    }

    public Path data() {
        return data;
    }

    public String bind() {
        return bind;
    }

    long number(Setting setting) {
        return numbers.getOrDefault(setting, setting.byDefault());
    }

    /// For a setting whose range fits.
    int smallNumber(Setting setting) {
        return Math.toIntExact(number(setting));
    }

    private static Properties load(Path path, List<String> problems) {
        var texts = new Properties();
        try {
            texts.load(new StringReader(Files.readString(path)));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("configuration file %s cannot be read (expected: lines of the form key=value): %s"
                    .formatted(path, e));
        }
        return texts;
    }

    private static String knownKeys() {
        return String.join(
                ", ",
                java.util.Arrays.stream(Setting.values()).map(Setting::key).toList());
    }

    private static boolean isAddress(String text) {
        try {
            return !text.isEmpty() && InetAddress.getByName(text) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
