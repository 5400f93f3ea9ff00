package workouts.chassis.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// Reads settings one by one and remembers what is wrong with them. A faulty setting reads as some value of its
/// type, so that the next one can be read too; [#finish] then throws, and no such value is ever used.
///
/// Belongs to one thread.
public final class SettingsReader {
    private final Function<String, @Nullable String> source;
    private final Set<String> profiles;
    private final List<String> faults = new ArrayList<>();

    public SettingsReader(Function<String, @Nullable String> source, Set<String> profiles) {
        this.source = source;
        this.profiles = Set.copyOf(profiles);
    }

    /// Reads all of a service's settings from where Spring has gathered them.
    public static <T> T read(Environment environment, Function<SettingsReader, Supplier<T>> settings) {
        var reader = new SettingsReader(environment::getProperty, Set.of(environment.getActiveProfiles()));
        return reader.finish(settings.apply(reader));
    }

    /// What was read.
    ///
    /// @throws FaultySettings if anything was wrong
    public <T> T finish(Supplier<T> settings) {
        if (!faults.isEmpty()) {
            throw new FaultySettings(faults);
        }
        return settings.get();
    }

    /// Whether a profile is on.
    public boolean isOn(String profile) {
        return profiles.contains(profile);
    }

    /// Notes what is wrong with several settings together.
    public void fault(String text) {
        faults.add(text);
    }

    /// A setting that may be absent; an empty one is.
    public Optional<String> optional(String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    public String text(String name) {
        return optional(name).orElseGet(() -> faulty(name, "is missing", ""));
    }

    public String text(String name, String otherwise) {
        return optional(name).orElse(otherwise);
    }

    /// A secret that is long enough not to be guessed. It appears in no message.
    public String secret(String name, int charactersMin) {
        var secret = text(name);
        return secret.isEmpty() || secret.length() >= charactersMin
                ? secret
                : faulty(name, "must have at least " + charactersMin + " characters", secret);
    }

    /// A port; 0: any free one.
    public int port(String name, int otherwise) {
        return number(name, otherwise, 0, 65_535);
    }

    /// A whole number between two others, both included.
    public int number(String name, int otherwise, int min, int max) {
        return parsed(name, otherwise, "a whole number from %d to %d".formatted(min, max), text -> {
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /// A duration above zero, as in `PT2S`.
    public Duration duration(String name, Duration otherwise) {
        return parsed(name, otherwise, "a duration above zero such as PT2S", text -> {
            var duration = Duration.parse(text);
            if (!duration.isPositive()) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        });
    }

    public ZoneId zone(String name, ZoneId otherwise) {
        return parsed(name, otherwise, "a time zone such as Europe/Warsaw", ZoneId::of);
    }

    public UUID uuid(String name) {
        return text(name).isEmpty() ? new UUID(0, 0) : parsed(name, new UUID(0, 0), "a UUID", UUID::fromString);
    }

    /// An absolute address.
    public URI address(String name) {
        var nowhere = URI.create("about:blank");
        return text(name).isEmpty() ? nowhere : parsed(name, nowhere, "an absolute address", SettingsReader::absolute);
    }

    private static URI absolute(String text) {
        var address = URI.create(text);
        if (!address.isAbsolute()) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private <T> T parsed(String name, T otherwise, String wanted, Function<String, T> parse) {
        var text = optional(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parse.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException e) {
            return faulty(name, "must be " + wanted, otherwise);
        }
    }

    private <T> T faulty(String name, String what, T instead) {
        faults.add(name + " " + what);
        return instead;
    }
}
